using System.Text.Json;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using ModelCards.Runtime.Tests.Media;
using Xunit;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>Memory that one sending uses after another: nothing of the one ever shows in the other.</summary>
public sealed class SharedMemoryTests
{
    [Fact]
    public async Task AKeptResultStaysWhatItWasWhateverComesAfterIt()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.AnswerAsync(message => SocketServer.Peer.Picture(message).Replace("\"imageUUID\"", $"\"note\":\"{PromptOf(message)}\",\"imageUUID\"", StringComparison.Ordinal));
        });
        await using RunwareClient client = Client(server);

        List<(string Prompt, ImageInferenceResult Image)> kept = [];
        foreach (string prompt in Prompts())
            kept.Add((prompt, Assert.Single((await client.SendAsync(new PictureRequest { PositivePrompt = prompt })).Results)));

        Assert.All(kept, one => Assert.Equal(one.Prompt, one.Image.Members["note"].GetString()));
        Assert.Equal(kept.Count, kept.Select(one => one.Image.ImageUuid).Distinct().Count());
    }

    [Fact]
    public async Task ATextIsSentWholeWhateverWasSentBeforeIt()
    {
        List<string> sent = [];
        await using SocketServer server = Recording(sent);
        await using RunwareClient client = Client(server);

        foreach (string prompt in Prompts())
            Assert.True((await client.SendAsync(new PictureRequest { PositivePrompt = prompt })).IsSuccess);

        Assert.Equal(Prompts(), sent.Select(PromptOf));
    }

    [Fact]
    public async Task ManyWhoSendAtOnceGetTheirOwnAnswers()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.AnswerAsync(message => SocketServer.Peer.Picture(message).Replace("\"imageUUID\"", $"\"note\":\"{PromptOf(message)}\",\"imageUUID\"", StringComparison.Ordinal));
        });
        await using RunwareClient client = Client(server);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                string prompt = new((char)('a' + sender), 2 + (i * 37 % 400));
                TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(new PictureRequest { PositivePrompt = prompt });
                Assert.Equal(prompt, Assert.Single(outcome.Results).Members["note"].GetString());
            }
        })));
    }

    [Fact]
    public async Task WhatIsCancelledBeforeItsTurnIsNotSentAndSpoilsNoOther()
    {
        List<string> sent = [];
        await using SocketServer server = Recording(sent);
        await using RunwareClient client = Client(server);
        using var file = new GatedStream();
        using var cancelling = new CancellationTokenSource();

        Assert.True((await client.SendAsync(new PictureRequest { PositivePrompt = "the first" })).IsSuccess);
        Task<TaskOutcome<ImageInferenceResult>> upload =
            client.SendAsync(new PictureRequest { PositivePrompt = "an upload", SeedImage = MediaInput.FromStream(file, "image/png") });
        await file.Reading;
        var cancelled = client.SendAsync(new PictureRequest { PositivePrompt = "cancelled" }, cancelling.Token);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Task<TaskOutcome<ImageInferenceResult>> last = client.SendAsync(new PictureRequest { PositivePrompt = "the last" });
        file.Open();

        Assert.True((await upload).IsSuccess);
        Assert.True((await last).IsSuccess);
        Assert.Equal(["the first", "an upload", "the last"], sent.Select(PromptOf));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task ACancelledUploadIsSentToItsEndAndTheNextTextIsItsOwn()
    {
        List<string> sent = [];
        await using SocketServer server = Recording(sent);
        await using RunwareClient client = Client(server);
        using var file = new GatedStream();
        using var cancelling = new CancellationTokenSource();

        Assert.True((await client.SendAsync(new PictureRequest { PositivePrompt = "the first" })).IsSuccess);
        var upload = client.SendAsync(
            new PictureRequest { PositivePrompt = "an upload", SeedImage = MediaInput.FromStream(file, "image/png") }, cancelling.Token);
        await file.Reading;
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
        Task<TaskOutcome<ImageInferenceResult>> last = client.SendAsync(new PictureRequest { PositivePrompt = "the last" });
        file.Open();

        Assert.True((await last).IsSuccess);
        Assert.Equal(["the first", "an upload", "the last"], sent.Select(PromptOf));
        Assert.Contains("AQID", sent[1], StringComparison.Ordinal);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public void MembersAreTheSameWhetherLookedUpOrListed()
    {
        JsonElement item = JsonDocument.Parse("""{"a":1,"b":{"a":2},"a":3,"\u0063":null,"":[]}""").RootElement;

        var members = new ItemMembers(item);

        Assert.Equal(["a", "b", "c", ""], members.Keys);
        Assert.Equal(4, members.Count);
        Assert.All(members, member => Assert.Equal(member.Value.GetRawText(), members.TryGetValue(member.Key, out JsonElement found) ? found.GetRawText() : null));
        Assert.Equal(3, members["a"].GetInt32());
        Assert.False(members.ContainsKey("d"));
        Assert.Throws<KeyNotFoundException>(() => members["d"]);
        Assert.True(members.HasOnly("a", "b", "c", ""));
        Assert.False(members.HasOnly("a", "b", "c"));
    }

    // Long and short by turns, within what is kept of a buffer and beyond it.
    private static IEnumerable<string> Prompts() => new[] { 3000, 2, 200_000, 5, 70_000, 1500, 2 }.Select((length, i) => new string((char)('a' + i), length));

    private static string PromptOf(string message)
    {
        using JsonDocument tasks = JsonDocument.Parse(message);
        return tasks.RootElement[0].GetProperty("positivePrompt").GetString()!;
    }

    private static SocketServer Recording(List<string> sent) => new(async peer =>
    {
        await peer.AuthenticateAsync();
        await peer.AnswerAsync(message =>
        {
            sent.Add(message);
            return SocketServer.Peer.Picture(message);
        });
    });

    private static RunwareClient Client(SocketServer server) =>
        new(new RunwareClientOptions { ApiKey = FakeService.Key, Endpoint = server.Url });
}
