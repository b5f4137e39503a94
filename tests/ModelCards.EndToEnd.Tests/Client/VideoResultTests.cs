using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Secrecy;

namespace ModelCards.EndToEnd.Tests.Client;

/// <summary>A published card of a task that makes no image.</summary>
public class VideoResultTests
{
    [Fact]
    public async Task ACardThatRemovesTheBackgroundOfAVideoGivesAVideo()
    {
        ModelRequest<MediaResult> request = BriaVideoBackgroundRemovalRequest.Create(
            new BriaVideoBackgroundRemovalInputs { Video = new Uri("https://example.com/boat.mp4") }).Build();
        await using var client = new RunwareClient(new RunwareClientOptions
        {
            ApiKey = ClientSession.Key, LoggerFactory = RunWatch.Log, Endpoint = RunwareClientOptions.HttpEndpoint, HttpClient = new HttpClient(new Service()),
        });

        MediaResult result = Assert.Single((await client.SendAsync(request)).Results);

        Assert.Equal(new Uri("https://vm.runware.ai/video/ws/0.5/vi/boat.webm"), result.VideoUrl);
        Assert.Null(result.ImageUrl);
        Assert.Equal([1, 2, 3], await client.DownloadAsync(result));
    }

    private sealed class Service : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is null)
                return new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) };
            using var tasks = System.Text.Json.JsonDocument.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
            string? uuid = tasks.RootElement[0].GetProperty("taskUUID").GetString();
            return new HttpResponseMessage
            {
                Content = new StringContent(
                    $$"""{"data":[{"taskType":"removeBackground","taskUUID":"{{uuid}}","videoUUID":"{{Guid.NewGuid()}}","videoURL":"https://vm.runware.ai/video/ws/0.5/vi/boat.webm"}]}"""),
            };
        }
    }
}
