using Microsoft.Extensions.Time.Testing;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.EndToEnd.Tests.Client;
using ModelCards.EndToEnd.Tests.Emulator;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Delivery;
using ModelCards.Runtime.Tests.Secrecy;
using ModelCards.Runware;
using ModelCards.Webhooks;

namespace ModelCards.EndToEnd.Tests.Webhooks;

/// <summary>The client sends, the emulator posts, the app receives.</summary>
public sealed class EmulatorWebhookTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EachResultIsReceivedOnce(bool isAsync)
    {
        await using ClientSession session = await ClientSession.StartAsync();
        await using WebhookApp app = await WebhookApp.StartAsync();

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(Picture(app, results: 4, isAsync));
        List<WebhookDelivery> received = [];
        for (int i = 0; i < 4; i++)
            received.Add(await app.NextAsync());

        Assert.Equal(4, outcome.Results.Count);
        Assert.Equal(
            outcome.Results.Select(DeduplicationKey.Of).Order(StringComparer.Ordinal),
            received.Select(delivery => delivery.Key).Order(StringComparer.Ordinal));
        Assert.All(received, delivery => Assert.Equal(outcome.TaskUuid, Assert.IsType<ImageInferenceResult>(Assert.Single(delivery.Results)).TaskUuid));
        Assert.False(app.HasMore);
    }

    [Fact]
    public async Task TheErrorOfAFailedResultIsReceivedBesideTheOthers()
    {
        await using ClientSession session = await ClientSession.StartAsync(new Fault(FaultKind.PartialSuccess));
        await using WebhookApp app = await WebhookApp.StartAsync();

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(Picture(app, results: 2));
        WebhookDelivery[] received = [await app.NextAsync(), await app.NextAsync()];

        ServiceError error = Assert.Single(received.SelectMany(delivery => delivery.Errors));
        ServiceError told = Assert.Single(outcome.Failure!.Errors, known => known.IsFromService);
        Assert.Single(received.SelectMany(delivery => delivery.Results));
        Assert.Equal(("inferenceError", outcome.TaskUuid, "imageInference"), (error.Code, error.TaskUuid, error.TaskType));
        Assert.Equal(DeduplicationKey.Of(told), DeduplicationKey.Of(error));
    }

    [Fact]
    public async Task AFailedUploadIsReceivedBesideItsResult()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        await using LoopbackReceiver bucket = await LoopbackReceiver.StartAsync(refusals: 1);
        await using WebhookApp app = await WebhookApp.StartAsync();

        await session.Client.SendAsync(Picture(app).ToBuilder().WithUploadEndpoint(bucket.Address).Build());
        WebhookDelivery[] received = [await app.NextAsync(), await app.NextAsync()];

        Assert.Single(received.SelectMany(delivery => delivery.Results));
        Assert.Equal("uploadFailed", Assert.Single(received.SelectMany(delivery => delivery.Errors)).Code);
    }

    [Fact]
    public async Task ADeliveryThatTheHandlerFailedComesAgain()
    {
        int failures = 3;
        await using ClientSession session = await ClientSession.StartAsync();
        await using WebhookApp app = await WebhookApp.StartAsync(
            handle: (_, _) => failures-- > 0 ? throw new InvalidDataException() : Task.CompletedTask);

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(Picture(app));
        WebhookDelivery received = await app.NextAsync();

        Assert.Equal(DeduplicationKey.Of(outcome.Results[0]), received.Key);
        Assert.Equal(4, app.Runs);
        foreach (int status in (int[])[500, 500, 500, 200])
            Assert.Equal(status, await app.NextAnswerAsync());
    }

    [Fact]
    public async Task WhatIsPostedTwiceIsHandledOnce()
    {
        await using ClientSession session = await ClientSession.StartAsync(new Fault(FaultKind.RepeatWebhook) { Times = int.MaxValue });
        await using WebhookApp app = await WebhookApp.StartAsync();

        await session.Client.SendAsync(Picture(app, results: 3));
        for (int i = 0; i < 6; i++)
            Assert.Equal(200, await app.NextAnswerAsync());

        Assert.Equal(3, app.Runs);
        Assert.Equal(3, session.Emulator.Faults.Hits);
    }

    [Fact]
    public async Task TheEmulatorTriesAgainAfterDoubledAndBoundedPausesAndThenGivesUp()
    {
        var clock = new HastyTime(TimeSpan.FromSeconds(20));
        await using RunwareEmulator emulator = await RunwareEmulator.StartAsync(new EmulatorOptions { TimeProvider = clock });
        await using var client = new RunwareClient(new RunwareClientOptions { ApiKey = ClientSession.Key, LoggerFactory = RunWatch.Log, Endpoint = emulator.Endpoint });
        await using WebhookApp app = await WebhookApp.StartAsync(handle: (_, _) => throw new InvalidDataException());

        await client.SendAsync(Picture(app));
        for (int i = 0; i < 8; i++)
            Assert.Equal(500, await app.NextAnswerAsync());

        Assert.Equal(7, clock.Waits.Count);
        Assert.All(clock.Waits.Zip((double[])[0.25, 0.5, 1, 2, 4, 8, 8]), pair => Assert.InRange(pair.First.TotalSeconds, pair.Second, Math.Min(pair.Second * 1.3, 8)));
    }

    [Fact]
    public async Task AWebhookThatFailsDoesNotHoldOthersUp()
    {
        await using RunwareEmulator emulator = await RunwareEmulator.StartAsync(new EmulatorOptions { TimeProvider = new FakeTimeProvider() });
        await using var client = new RunwareClient(new RunwareClientOptions { ApiKey = ClientSession.Key, LoggerFactory = RunWatch.Log, Endpoint = emulator.Endpoint });
        await using WebhookApp broken = await WebhookApp.StartAsync(handle: (_, _) => throw new InvalidDataException());
        await using WebhookApp sound = await WebhookApp.StartAsync();

        // Twice as many as the emulator posts at a time, all of them in a pause that does not end.
        await client.SendAsync(Picture(broken, results: 16));
        for (int i = 0; i < 16; i++)
            await broken.NextAnswerAsync();
        await client.SendAsync(Picture(sound));

        Assert.Single((await sound.NextAsync()).Results);
    }

    private static Flux1DevSrpoRequest Picture(WebhookApp app, int results = 1, bool isAsync = false) =>
        ClientSession.Picture(results, isAsync).ToBuilder().WithWebhookUrl(app.WebhookUrl).Build();
}
