using System.Runtime.CompilerServices;
using System.Text;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using ModelCards.Transport;
using Xunit;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>A transport that gives several frames, as a WebSocket does.</summary>
public sealed class FrameTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Second = Guid.Parse("22222222-2222-4222-8222-222222222222");

    private static string Image(Guid task, int number) =>
        $$"""{"data":[{"taskType":"imageInference","taskUUID":"{{task}}","imageUUID":"{{number:d8}}-0000-4000-8000-000000000000","seed":{{number}}}]}""";

    private static string Error(string task) => $$"""{"errors":[{"code":"c","message":"m"{{task}}}]}""";

    [Fact]
    public async Task ResultsAreGivenFrameByFrameUntilEveryTaskHasEnded()
    {
        await using var transport = new FrameTransport(Image(Second, 1), Image(First, 2), Image(Second, 3), "never asked for");
        await using RunwareClient client = Client(transport);
        var seen = new List<string>();

        await foreach (TaskResult image in client.RunAsync([PictureRequest.Of(First), PictureRequest.Of(Second, 2)]))
            seen.Add($"{((ImageInferenceResult)image).Seed} after {transport.FramesGiven} frames");

        Assert.Equal(["1 after 1 frames", "2 after 2 frames", "3 after 3 frames"], seen);
        Assert.True(transport.IsLeft);
        Assert.Equal([(First, 1), (Second, 2)], transport.Tasks.Select(task => (task.Uuid, task.ExpectedResults)));
    }

    [Fact]
    public async Task AnErrorWithoutATaskUuidSparesTasksThatEndedBefore()
    {
        await using var transport = new FrameTransport(Image(First, 1), Error(""));
        await using RunwareClient client = Client(transport);

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);

        Assert.Equal([true, false], outcomes.Select(outcome => outcome.IsSuccess));
    }

    [Fact]
    public async Task LeavingTheLoopEarlyLeavesTheTransport()
    {
        await using var transport = new FrameTransport(Image(First, 1), Image(First, 2));
        await using RunwareClient client = Client(transport);

        await foreach (ImageInferenceResult image in client.RunAsync(PictureRequest.Of(First, 2)))
            break;

        Assert.Equal(1, transport.FramesGiven);
        Assert.True(transport.IsLeft);
    }

    [Fact]
    public async Task ATransportThatEndsEarlyLeavesNothingUnsaid()
    {
        await using var transport = new FrameTransport(Image(First, 1));
        await using RunwareClient client = Client(transport);

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First, 2), PictureRequest.Of(Second)]);

        Assert.Equal(
            ["missingResults: 2 results expected, but 1 came, and no error.", "missingResults: 1 result expected, but 0 came, and no error."],
            outcomes.Select(outcome => Assert.Single(outcome.Failure!.Errors).ToString()));
    }

    [Fact]
    public async Task TheTransportIsDisposedWithTheClient()
    {
        await using var transport = new FrameTransport();
        await using (Client(transport))
        {
        }

        Assert.True(transport.IsDisposed);
    }

    private static RunwareClient Client(ITransport transport) =>
        new(new RunwareClientOptions(), ApiKey.Parse(FakeService.Key, "key"), transport);

    private sealed class FrameTransport(params string[] frames) : ITransport
    {
        private readonly EnvelopeReader _reader = new(64, ApiKey.Parse(FakeService.Key, "key"));

        public IReadOnlyList<TransportTask> Tasks { get; private set; } = [];

        public int FramesGiven { get; private set; }

        public bool IsLeft { get; private set; }

        public bool IsDisposed { get; private set; }

        public async IAsyncEnumerable<Envelope> SendAsync(
            IReadOnlyList<TransportTask> tasks, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Tasks = tasks;
            try
            {
                foreach (string frame in frames)
                {
                    await Task.Yield();
                    FramesGiven++;
                    Assert.True(_reader.TryRead(Encoding.UTF8.GetBytes(frame), null, out Envelope? envelope, out _));
                    yield return envelope;
                }
            }
            finally
            {
                IsLeft = true;
            }
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return default;
        }
    }
}
