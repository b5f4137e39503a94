using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Secrecy;

namespace ModelCards.EndToEnd.Tests.Client;

/// <summary>What activities, metrics, logs and exceptions tell over good and bad sendings, and that the key and prompts are in none of them.</summary>
public class ObservationTests
{
    private const string Prompt = "a lighthouse";

    [Fact]
    public async Task EverySendingIsAnActivityAndNeitherTheKeyNorAPromptIsToldAnywhere()
    {
        var texts = new ConcurrentBag<string>();
        var activities = new ConcurrentBag<Activity>();
        var names = new ConcurrentBag<string>();
        using var log = new LogText();
        using ActivityListener listener = Listen(activities, texts);
        using MeterListener meter = Measure(names, texts);
        foreach (bool isHttp in new[] { true, false })
        {
            await using ClientSession session = await ClientSession.StartAsync(
                (options, emulator) => Change(options, emulator, isHttp, ClientSession.Key, log),
                new EmulatorOptions
                {
                    ApiKeys = [ClientSession.Key],
                    LoggerFactory = log,
                    Faults = [new Fault(FaultKind.DropAfter), new Fault(FaultKind.PartialSuccess), new Fault(FaultKind.Garbage) { Skip = 2 }],
                });
            for (int i = 0; i < 4; i++)
                Tell(await session.Client.SendAsync(ClientSession.Picture(results: 2, isAsync: i == 3)));
            Tell(await session.Client.SendAsync(ClientSession.Picture(uuid: Guid.Empty)));
            texts.Add(JsonSerializer.Serialize(session.Emulator.ReceivedTasks.Select(task => task.TaskType)));
            await using ClientSession refused = await ClientSession.StartAsync(
                (options, emulator) => Change(options, emulator, isHttp, ClientSession.Key, log), new EmulatorOptions { ApiKeys = ["another"], LoggerFactory = log });
            Tell(await refused.Client.SendAsync(ClientSession.Picture()));
            texts.Add(refused.Client.ToString()!);
        }

        Activity[] own = [.. activities.Where(activity => activity.GetTagItem("runware.models") is string[] models && models.Contains("runware:111@1"))];
        Assert.Contains(own, activity => activity.Status == ActivityStatusCode.Error && (string?)activity.GetTagItem("error.type") == "invalidApiKey");
        Assert.Contains(own, activity => (int?)activity.GetTagItem("runware.attempts") == 2 && (int?)activity.GetTagItem("runware.results") == 2);
        Assert.Superset(
            new HashSet<string> { "modelcards.tasks", "modelcards.tasks.resent", "modelcards.sending.duration", "modelcards.connections", "modelcards.received" },
            names.ToHashSet());
        string[] told = [.. texts, .. log.Lines];
        Assert.True(told.Length > 50, $"Only {told.Length} texts were looked at.");
        Assert.DoesNotContain(told, text => text.Contains(ClientSession.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(told, text => text.Contains(Prompt, StringComparison.Ordinal));

        void Tell(TaskOutcome<ImageInferenceResult> outcome) => texts.Add($"{outcome.Failure} {string.Join(' ', outcome.Results)}");
    }

    private static void Change(RunwareClientOptions options, RunwareEmulator emulator, bool isHttp, string key, ILoggerFactory log)
    {
        options.Endpoint = isHttp ? emulator.Endpoint : emulator.WebSocketEndpoint;
        options.ApiKey = key;
        options.LoggerFactory = log;
        options.ReplyTimeout = TimeSpan.FromSeconds(1);
    }

    private static ActivityListener Listen(ConcurrentBag<Activity> activities, ConcurrentBag<string> texts)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ModelCards",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                activities.Add(activity);
                texts.Add($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={JsonSerializer.Serialize(tag.Value)}"))}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(ConcurrentBag<string> names, ConcurrentBag<string> texts)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "ModelCards")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.Start();
        return listener;

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            names.Add(instrument.Name);
            foreach (KeyValuePair<string, object?> tag in tags)
                texts.Add($"{instrument.Name} {tag.Key}={tag.Value}");
        }
    }
}
