using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runware;

namespace ModelCards.EndToEnd.Tests.Client;

/// <summary>Each way to send and to be answered, once.</summary>
public class SmokeTests
{
    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(false, false, 2)]
    [InlineData(false, true, 1)]
    [InlineData(false, true, 2)]
    [InlineData(true, false, 1)]
    [InlineData(true, false, 2)]
    [InlineData(true, true, 1)]
    [InlineData(true, true, 2)]
    public async Task EachTransportAndDeliveryMethodGivesOneResultAndTwo(bool isHttp, bool isAsync, int results)
    {
        await using ClientSession session = await StartAsync(isHttp);

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(ClientSession.Picture(results, isAsync));

        Assert.Null(outcome.Failure);
        Assert.Equal(results, outcome.Results.Select(image => image.ImageUuid).Distinct().Count());
        Assert.Equal(isAsync, session.Emulator.ReceivedTasks.Any(task => task.TaskType == "getResponse"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InvalidParametersAreATypedErrorEach(bool isHttp)
    {
        await using ClientSession session = await StartAsync(isHttp, options => options.SendUnchecked = true);

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(
            Flux1DevSrpoRequest.Create("a lighthouse").WithNumberResults(99).WithSteps(0).BuildUnchecked());

        Assert.Equal(ErrorCategory.Validation, outcome.Failure!.Category);
        Assert.Equal(["numberResults", "steps"], outcome.Failure.Errors.Select(error => Assert.Single(error.Parameters)).Order());
    }

    /// <summary>The same task UUID tells the service that it has the task, however often the medium travels.</summary>
    [Theory]
    [InlineData(FaultKind.Drop)]
    [InlineData(FaultKind.DropAfter)]
    public async Task ALargeMediumIsSentWholeAgainAfterADropAndItsTaskIsCarriedOutOnce(FaultKind kind)
    {
        byte[] content = new byte[6 * 1024 * 1024];
        new Random(1).NextBytes(content);
        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, content);
        await using ClientSession session = await ClientSession.StartAsync(new Fault(kind) { TaskType = "imageInference" });

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(
            ImageInferenceLegacyRequest.Create("a lighthouse", height: 128, width: 128, model: "civitai:4201@130090")
                .WithSeedImage(MediaInput.FromFile(path)).WithStrength(0.6).Build());
        File.Delete(path);

        Assert.Null(outcome.Failure);
        Assert.Single(outcome.Results);
        Assert.Equal(1, session.Emulator.Faults.Hits);
        Assert.Equal(1, session.Emulator.ExecutedTasks);
        ReceivedTask[] sent = [.. session.Emulator.ReceivedTasks.Where(task => task.TaskType == "imageInference")];
        Assert.Equal(kind == FaultKind.Drop ? 1 : 2, sent.Length);
        Assert.All(sent, task => Assert.Equal($"{outcome.TaskUuid}", task.TaskUuid));
        Assert.All(sent, task => Assert.Equal(Convert.ToBase64String(content), task.Json.GetProperty("seedImage").GetString()));
    }

    private static Task<ClientSession> StartAsync(bool isHttp, Action<RunwareClientOptions>? change = null) => ClientSession.StartAsync(
        (options, emulator) =>
        {
            options.Endpoint = isHttp ? emulator.Endpoint : emulator.WebSocketEndpoint;
            change?.Invoke(options);
        });
}
