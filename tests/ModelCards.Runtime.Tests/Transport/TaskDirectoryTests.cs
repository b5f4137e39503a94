using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ModelCards.Runtime.Tests.Client;
using ModelCards.Transport;
using ModelCards.Transport.WebSocket;
using Xunit;
using static ModelCards.Runtime.Tests.Delivery.Frames;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>What a frame tells goes to those whom it concerns.</summary>
public sealed class TaskDirectoryTests
{
    private readonly TaskDirectory _directory = new(NullLogger.Instance);

    [Fact]
    public void ItemsOfAFrameAreGroupedByTaskAndSplitAmongThoseWhoWait()
    {
        Heard first = Open(First);
        Heard second = Open(Second);

        Dispatch(Data(Image(First, 1), Image(Second, 2), Image(First, 3)));

        Assert.Equal(["2 items, 0 errors"], first.Told);
        Assert.Equal(["1 items, 0 errors"], second.Told);
    }

    [Fact]
    public void ErrorsOfAFrameAreGroupedByTaskAndComeWithItsItems()
    {
        Heard first = Open(First);
        Heard second = Open(Second);

        Dispatch(Both(Image(First, 1), $"{Error(First, "a")},{Error(First, "b")},{Error(Second, "c")}"));

        Assert.Equal(["1 items, 2 errors"], first.Told);
        Assert.Equal(["0 items, 1 errors"], second.Told);
    }

    [Fact]
    public void AnErrorThatNamesItsTaskLeavesTheOthersAlone()
    {
        Heard first = Open(First);
        Heard second = Open(Second);

        Dispatch(Failed(Error(Second, "c")));

        Assert.Empty(first.Told);
        Assert.Single(second.Told);
    }

    [Fact]
    public async Task AnErrorThatNamesNoTaskFailsEverySendingUnderWay()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.ReadAsync();
            await peer.ReadAsync();
            await peer.SayAsync(Failed(Error(null, "c")));
            await peer.AnswerAsync();
        });
        await using var client = new RunwareClient(new RunwareClientOptions { ApiKey = FakeService.Key, LoggerFactory = Secrecy.RunWatch.Log, Endpoint = server.Url });

        var outcomes = await Task.WhenAll(client.SendAsync(PictureRequest.Of(First)), client.SendAsync(PictureRequest.Of(Second)));

        Assert.All(outcomes, outcome => Assert.Equal("c", Assert.Single(outcome.Failure!.Errors).Code));
    }

    [Fact]
    public void ItemsWithoutATaskUuidGoToNoTask()
    {
        Heard first = Open(First);

        Dispatch("""{"data":[{"taskType":"imageInference","imageUUID":"99999999-9999-4999-8999-999999999999"},{"taskType":"ping","pong":true}]}""");

        Assert.Empty(first.Told);
    }

    [Fact]
    public void TwoWhoWaitForOneTaskBothHearOfIt()
    {
        Heard one = Open(First);
        Heard other = Open(First);

        Dispatch(Data(Image(First, 1)));

        Assert.Single(one.Told);
        Assert.Single(other.Told);
    }

    [Fact]
    public void WhoHasLeftHearsNothingMoreThoughAnotherWaitsForTheSameTask()
    {
        Heard left = Open(First);
        Heard other = Open(First);

        left.Conversation!.Dispose();
        Dispatch(Data(Image(First, 1)));
        other.Conversation!.Dispose();
        Dispatch(Data(Image(First, 2)));

        Assert.Empty(left.Told);
        Assert.Single(other.Told);
        Assert.Equal(0, _directory.Count);
    }

    private Heard Open(Guid task)
    {
        var heard = new Heard();
        heard.Conversation = new SocketConversation(null!, _directory, heard, [task]);
        _directory.Add(heard.Conversation);
        return heard;
    }

    private void Dispatch(string frame)
    {
        Assert.True(new EnvelopeReader(64, null).TryRead(Encoding.UTF8.GetBytes(frame), null, out Envelope? envelope, out _));
        _directory.Dispatch(envelope);
    }

    private sealed class Heard : IListener
    {
        public SocketConversation? Conversation { get; set; }

        public List<string> Told { get; } = [];

        public void Accept(Envelope envelope) => Told.Add($"{envelope.Items.Count} items, {envelope.Errors.Count} errors");

        public void Resumed() => Told.Add("resumed");
    }
}
