using System.Text.Json;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Transport;
using Xunit;

namespace ModelCards.Runtime.Tests.Client;

public sealed class FileDownloadTests
{
    private static readonly byte[] Content = NewContent(300_000);

    private static byte[] NewContent(int length)
    {
        byte[] content = new byte[length];
        new Random(1).NextBytes(content);
        return content;
    }

    private static FakeService Answering(Func<Memory<byte>, CancellationToken, ValueTask<int>> read) =>
        new((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BodyStream(read)) }));

    [Fact]
    public async Task AFileIsCopiedChunkByChunkWithItsProgressAndWithoutTheKey()
    {
        await using var server = new FileServer(Content);
        await using var client = new RunwareClient(FileServer.Options());
        using var target = new MemoryStream();
        var seen = new Reports();

        await client.DownloadAsync(server.Image(), target, seen);

        Assert.Equal(Content, target.ToArray());
        Assert.True(seen.All.Count > 1);
        Assert.Equal(seen.All.OrderBy(report => report.Received), seen.All);
        Assert.Equal((new DownloadProgress(Content.Length, Content.Length), 100), (seen.All[^1], seen.All[^1].Percent));
        Assert.DoesNotContain("Authorization", Assert.Single(server.Heads), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(FakeService.Key, server.Heads[0], StringComparison.Ordinal);
        Assert.True(target.CanWrite);
    }

    [Fact]
    public async Task ADownloadThatBrokeOffIsCarriedOnWhereItStopped()
    {
        await using var server = new FileServer(Content, "\nETag: \"v1\"", reply => reply < 3 ? 100_000 : int.MaxValue);
        await using var client = new RunwareClient(FileServer.Options());
        using var target = new MemoryStream();

        await client.DownloadAsync(server.Image(), target);

        Assert.Equal(Content, target.ToArray());
        Assert.Equal(3, server.Heads.Count);
        Assert.Contains("Range: bytes=200000-", server.Heads[2], StringComparison.Ordinal);
        Assert.Contains("If-Range: \"v1\"", server.Heads[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileWithoutATagIsFetchedAnewAndWhatIsThereIsSkipped()
    {
        await using var server = new FileServer(Content, sent: reply => reply < 3 ? reply * 50_000 : int.MaxValue);
        await using var client = new RunwareClient(FileServer.Options());
        using var target = new MemoryStream();

        await client.DownloadAsync(server.Image(), target);

        Assert.Equal(Content, target.ToArray());
        Assert.All(server.Heads, head => Assert.DoesNotContain("Range:", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFileThatChangesMeanwhileIsNotPatchedTogether()
    {
        int replies = 0;
        await using var server = new LoopbackServer(_ => replies++ == 0
            ? LoopbackServer.Reply("HTTP/1.1 200 OK\nContent-Length: 1000\nConnection: close", new byte[500])
            : LoopbackServer.Reply("HTTP/1.1 200 OK\nContent-Length: 999\nConnection: close", new byte[999]));
        await using var client = new RunwareClient(FileServer.Options());

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(
            () => client.DownloadAsync(FileServer.Image("imageURL", server.Url.AbsoluteUri)));

        Assert.Equal("The file at the URL of the result changed while it was fetched.", Assert.Single(error.Errors).Message);
        Assert.Equal(2, server.Heads.Count);
    }

    [Fact]
    public async Task ADownloadThatAlwaysBreaksOffIsAnErrorAndLeavesNothing()
    {
        await using var server = new FileServer(Content, sent: _ => 10);
        await using var client = new RunwareClient(FileServer.Options());
        using var folder = new TemporaryFolder();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => client.SaveAsync(server.Image(), folder.Path));

        Assert.Equal(ErrorCategory.Connection, error.Category);
        Assert.Equal(4, server.Heads.Count);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/a.png")]
    public async Task ARedirectToAnotherSchemeIsNotFollowed(string location)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Reply($"HTTP/1.1 302 Found\nLocation: {location}\nContent-Length: 0\nConnection: close", []));
        await using var client = new RunwareClient(FileServer.Options());

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(
            () => client.DownloadAsync(FileServer.Image("imageURL", server.Url.AbsoluteUri)));

        Assert.Contains(error.Category, (ErrorCategory[])[ErrorCategory.InvalidResponse, ErrorCategory.Connection]);
    }

    [Fact]
    public async Task ARedirectThatIsNotFollowedIsTold()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Reply("HTTP/1.1 302 Found\nContent-Length: 0\nConnection: close", []));
        await using var client = new RunwareClient(FileServer.Options());

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(
            () => client.DownloadAsync(FileServer.Image("imageURL", server.Url.AbsoluteUri)));

        Assert.Equal("The URL of the result gave HTTP 302 Found, which leads to no http or https URL.", Assert.Single(error.Errors).Message);
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task AnEndlessBodyEndsAtTheLimit()
    {
        long given = 0;
        RunwareClientOptions options = Answering((buffer, _) =>
        {
            given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }).Options();
        options.DownloadSizeLimit = 1_000_000;
        await using var client = new RunwareClient(options);
        using var folder = new TemporaryFolder();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(
            () => client.SaveAsync(FileServer.Image("imageURL", "https://im.runware.ai/a.jpg"), folder.Path));

        Assert.Equal(
            "The reply is larger than the 1000000 bytes that RunwareClientOptions.DownloadSizeLimit allows.", Assert.Single(error.Errors).Message);
        Assert.InRange(given, 1_000_000, 1_200_000);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task ABodyThatStandsStillTimesOut()
    {
        var time = new FakeTime();
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int reads = 0;
        RunwareClientOptions options = Answering(async (buffer, cancellationToken) =>
        {
            if (reads++ == 0)
                return 10;
            waiting.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }).Options();
        options.TimeProvider = time;
        await using var client = new RunwareClient(options);

        Task<byte[]> download = client.DownloadAsync(FileServer.Image("imageURL", "https://im.runware.ai/a.jpg"));
        await waiting.Task;
        time.Advance(options.ReplyTimeout);
        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => download);

        Assert.Equal("Nothing of the file came for the 00:01:00 of RunwareClientOptions.ReplyTimeout.", Assert.Single(error.Errors).Message);
        Assert.Equal(ErrorCategory.Timeout, error.Category);
    }

    [Fact]
    public async Task WhatTheTargetThrowsIsToldAsItIsAndNotTriedAgain()
    {
        await using var server = new FileServer(Content);
        await using var client = new RunwareClient(FileServer.Options());
        using var full = new MemoryStream(new byte[10]);

        await Assert.ThrowsAsync<NotSupportedException>(() => client.DownloadAsync(server.Image(), full));

        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task ACancelledDownloadLeavesTheOldFile()
    {
        using var source = new CancellationTokenSource();
        await using var server = new FileServer(Content);
        await using var client = new RunwareClient(FileServer.Options());
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "picture.png");
        await File.WriteAllTextAsync(path, "old");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.SaveAsync(server.Image(), path, new Reports(_ => source.Cancel()), source.Token));

        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task AFileIsSavedUnderItsNameOrByItsUuidInAFolder()
    {
        await using var server = new FileServer(Content);
        await using var client = new RunwareClient(FileServer.Options());
        using var folder = new TemporaryFolder();

        string named = await client.SaveAsync(server.Image(), Path.Combine(folder.Path, "new", "picture.dat"));
        string placed = await client.SaveAsync(server.Image(), Path.Combine(folder.Path, "pictures") + "/");

        Assert.Equal(Path.Combine(folder.Path, "new", "picture.dat"), named);
        Assert.Equal(Path.Combine(folder.Path, "pictures", "a0000000-0000-4000-8000-000000000000.png"), placed);
        Assert.All([named, placed], path => Assert.Equal(Content, File.ReadAllBytes(path)));
        Assert.Equal(2, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [InlineData("imageURL", "https://im.runware.ai/a.jpg", ".jpg")]
    [InlineData("imageURL", "https://im.runware.ai/a.GLB?x=.exe", ".glb")]
    [InlineData("imageURL", "https://im.runware.ai/a.exe", "")]
    [InlineData("imageURL", "https://im.runware.ai/..%2F..%2Fa.sh", "")]
    [InlineData("imageDataURI", "data:image/svg+xml;base64,AQID", ".svg")]
    [InlineData("imageDataURI", "data:../../x;base64,AQID", "")]
    [InlineData("imageBase64Data", "iVBORw0KGgo=", ".png")]
    public async Task OnlyAKnownEndingGetsIntoAName(string member, string value, string ending)
    {
        await using RunwareClient client = FakeService.Answering([1, 2, 3]).Client();
        using var folder = new TemporaryFolder();

        string path = await client.SaveAsync(FileServer.Image(member, value), folder.Path);

        Assert.Equal(Path.Combine(folder.Path, "a0000000-0000-4000-8000-000000000000" + ending), path);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(49_150)]
    [InlineData(49_152)]
    [InlineData(300_001)]
    public async Task Base64IsDecodedChunkByChunk(int length)
    {
        byte[] content = NewContent(length);
        await using RunwareClient client = FakeService.Answering([]).Client();
        foreach (string member in (string[])["imageBase64Data", "imageDataURI"])
        {
            using var target = new MemoryStream();
            var seen = new Reports();
            string prefix = member == "imageDataURI" ? "data:image/png;base64," : "";

            await client.DownloadAsync(FileServer.Image(member, prefix + Convert.ToBase64String(content)), target, seen);

            Assert.Equal(content, target.ToArray());
            Assert.Equal(new DownloadProgress(length, length), seen.All[^1]);
        }
    }

    [Theory]
    [InlineData("AQID!AQID")]
    [InlineData("AQ==AQID")]
    [InlineData("AQI")]
    public async Task TextThatIsNotBase64IsATypedErrorInAStreamToo(string text)
    {
        await using RunwareClient client = FakeService.Answering([]).Client();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(
            () => client.DownloadAsync(FileServer.Image("imageBase64Data", text), Stream.Null));

        Assert.Equal("The image is not base64 text.", Assert.Single(error.Errors).Message);
    }

    [Fact]
    public async Task OneOfSeveralFilesHasToBeNamed()
    {
        await using RunwareClient client = FakeService.Answering([1]).Client();
        var mesh = new ThreeDInferenceResult(JsonMembers.Of(JsonDocument.Parse(
            """{"outputs":{"files":[{"url":"https://im.runware.ai/a.glb"},{"url":"https://im.runware.ai/b.png"}]}}""").RootElement));

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => client.DownloadAsync(mesh));

        Assert.Equal("The result has 2 files; take one of its Files. (Parameter 'result')", error.Message);
        Assert.Equal([1], await client.DownloadAsync(mesh.Files[1]));
    }

    private sealed class Reports(Action<DownloadProgress>? act = null) : IProgress<DownloadProgress>
    {
        public List<DownloadProgress> All { get; } = [];

        public void Report(DownloadProgress value)
        {
            All.Add(value);
            act?.Invoke(value);
        }
    }
}
