using ModelCards.Errors;
using ModelCards.Results;
using Xunit;

namespace ModelCards.Runtime.Tests.Client;

public sealed class CancellationTests : IDisposable
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FakeTime _time = new();
    private readonly FakeService _silent;
    private readonly RunwareClientOptions _options;

    public CancellationTests()
    {
        _silent = new FakeService(async (_, cancellationToken) =>
        {
            _asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Infinity is over.");
        });
        _options = _silent.Options();
        _options.TimeProvider = _time;
    }

    public void Dispose() => _silent.Dispose();

    [Fact]
    public async Task CancellingBeforehandSendsNothing()
    {
        await using var client = new RunwareClient(_options);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        (List<ImageInferenceResult> images, Exception? error) = await client.RunAsync(PictureRequest.Of(First), source.Token).DrainAsync();

        Assert.Empty(images);
        Assert.Equal(source.Token, Assert.IsAssignableFrom<OperationCanceledException>(error).CancellationToken);
        Assert.Empty(_silent.Sent);
    }

    [Fact]
    public async Task CancellingWhileWaitingThrowsWithTheTokenOfTheCaller()
    {
        await using var client = new RunwareClient(_options);
        using var source = new CancellationTokenSource();
        Task<TaskOutcome<ImageInferenceResult>> sending = client.SendAsync(PictureRequest.Of(First), source.Token);
        await _asked.Task;

        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task TheTokenOfTheEnumerationCancelsToo()
    {
        await using var client = new RunwareClient(_options);
        using var source = new CancellationTokenSource();
        IAsyncEnumerator<ImageInferenceResult> images = client.RunAsync(PictureRequest.Of(First)).GetAsyncEnumerator(source.Token);
        ValueTask<bool> next = images.MoveNextAsync();
        await _asked.Task;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task ATimeOutIsAnErrorOfTheTaskAndNoCancellation()
    {
        _options.Timeout = TimeSpan.FromSeconds(90);
        await using var client = new RunwareClient(_options);
        Task<(List<ImageInferenceResult> Items, Exception? Error)> sending = client.RunAsync(PictureRequest.Of(First)).DrainAsync();
        await _asked.Task;

        _time.Advance(TimeSpan.FromSeconds(89));
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        RunwareException error = Assert.IsType<RunwareException>((await sending).Error);
        Assert.Equal(ErrorCategory.Timeout, error.Category);
        Assert.True(error.IsTransient);
        Assert.Equal(
            $"""
            Task {First} failed after 0 of 1 results:
              - timeout: Not everything came within the 00:01:30 of RunwareClientOptions.Timeout.
            Try again later. The task may still have been carried out and charged; RunwareClientOptions.Timeout sets how long to wait.
            """,
            error.Message);
    }

    [Fact]
    public async Task TheTimeOutOfAnInjectedHttpClientIsATimeOutToo()
    {
        FakeService service = FakeService.Failing(new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.", new TimeoutException()));
        await using RunwareClient client = service.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First));

        ServiceError error = Assert.Single(outcome.Failure!.Errors);
        Assert.Equal(ErrorCategory.Timeout, error.Category);
        Assert.Contains("HttpClient.Timeout of 100 seconds", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":[{"taskUUID":"11111111-1111-4111-8111-111111111111","imageURL":"https://x/"}]}""", null)]
    [InlineData("""{"errors":[{"code":"invalidModel","message":"m"}]}""", "invalidModel")]
    public async Task ATaskThatEndsInTimeWellOrBadlyLeavesNoTimerBehind(string reply, string? code)
    {
        _options.HttpClient = new HttpClient(FakeService.Answering(reply));
        await using var client = new RunwareClient(_options);

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First));

        Assert.Equal(0, _time.Pending);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(code, outcome.Failure?.Errors.Single().Code);
    }
}
