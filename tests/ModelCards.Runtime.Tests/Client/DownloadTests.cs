using System.Net;
using System.Text.Json;
using ModelCards.Errors;
using ModelCards.Results;
using Xunit;

namespace ModelCards.Runtime.Tests.Client;

public sealed class DownloadTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");

    private static ImageInferenceResult Image(string member, string value) => new(new Dictionary<string, JsonElement>
    {
        ["taskUUID"] = JsonSerializer.SerializeToElement(First),
        [member] = JsonSerializer.SerializeToElement(value),
    });

    [Fact]
    public async Task AnImageIsFetchedFromItsUrlWithoutTheKey()
    {
        FakeService service = FakeService.Answering([1, 2, 3]);
        await using RunwareClient client = service.Client();

        byte[] bytes = await client.DownloadAsync(Image("imageURL", "https://im.runware.ai/a.jpg"));

        Assert.Equal([1, 2, 3], bytes);
        HttpRequestMessage request = Assert.Single(service.Sent).Request;
        Assert.Equal("https://im.runware.ai/a.jpg", request.RequestUri?.OriginalString);
        Assert.Null(request.Headers.Authorization);
    }

    [Fact]
    public async Task AnImageThatCameWithTheResultIsNotFetched()
    {
        FakeService service = FakeService.Answering([]);
        await using RunwareClient client = service.Client();

        Assert.Equal([1, 2, 3], await client.DownloadAsync(Image("imageBase64Data", "AQID")));
        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task AnExpiredUrlSaysSo()
    {
        await using RunwareClient client = FakeService.Answering("<Error/>", HttpStatusCode.NotFound).Client();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => client.DownloadAsync(Image("imageURL", "https://im.runware.ai/a.jpg")));

        Assert.Equal(
            $"""
            The result of task {First} cannot be fetched (HTTP 404):
              - downloadFailed: The URL of the result gave HTTP 404 Not Found; such a URL works only as long as the ttl of the request said.
            Check the model, UUIDs and URLs: something that is named is not there, or not any more.
            """,
            error.Message);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [Theory]
    [InlineData("imageURL", "file:///etc/passwd")]
    [InlineData("imageURL", "a.jpg")]
    [InlineData("text", "no image at all")]
    public async Task OnlyHttpIsFetched(string member, string value)
    {
        FakeService service = FakeService.Answering([1]);
        await using RunwareClient client = service.Client();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => client.DownloadAsync(Image(member, value)));

        Assert.Equal(ErrorCategory.InvalidResponse, error.Category);
        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task AnImageBeyondTheSizeLimitIsNotRead()
    {
        RunwareClientOptions options = FakeService.Answering(new byte[101]).Options();
        options.ResponseSizeLimit = 100;
        await using var client = new RunwareClient(options);

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => client.DownloadAsync(Image("imageURL", "https://im.runware.ai/a.jpg")));

        Assert.Equal("responseTooLarge", Assert.Single(error.Errors).Code);
    }

    [Fact]
    public async Task ADownloadTimesOutAndIsCancelledLikeASending()
    {
        var time = new FakeTime();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var silent = new FakeService(async (_, cancellationToken) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        });
        RunwareClientOptions options = silent.Options();
        options.TimeProvider = time;
        await using var client = new RunwareClient(options);
        using var source = new CancellationTokenSource();
        ImageInferenceResult image = Image("imageURL", "https://im.runware.ai/a.jpg");

        Task<byte[]> late = client.DownloadAsync(image);
        await asked.Task;
        time.Advance(options.Timeout);
        Assert.Equal(ErrorCategory.Timeout, (await Assert.ThrowsAsync<RunwareException>(() => late)).Category);

        Task<byte[]> unwanted = client.DownloadAsync(image, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unwanted);
    }
}
