using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using ModelCards.EndToEnd.Tests.Client;
using ModelCards.Emulator.Faults;
using ModelCards.Errors;

namespace ModelCards.EndToEnd.Tests.Texts;

/// <summary>What is told of streams: as of other sendings, and never the key, the prompt or the text.</summary>
public sealed class TextObservationTests
{
    [Fact]
    public async Task EveryStreamIsAnActivityWithItsTaskAndItsEnd()
    {
        var activities = new ConcurrentDictionary<string, Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ModelCards",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => activities[((string[])activity.GetTagItem("runware.task_uuids")!)[0]] = activity,
        };
        ActivitySource.AddActivityListener(listener);
        await using ClientSession session = await TextSession.StartAsync(
            isHttp: false, new Fault(FaultKind.TooManyRequests), new Fault(FaultKind.EndStream) { Skip = 1 });

        Guid good = Guid.NewGuid();
        Guid bad = Guid.NewGuid();
        Guid left = Guid.NewGuid();
        await session.Client.StreamTextAsync(TextSession.Ask().WithTaskUuid(good).Build()).ReadToEndAsync();
        await Assert.ThrowsAsync<RunwareException>(() => session.Client.StreamTextAsync(TextSession.Ask().WithTaskUuid(bad).Build()).ReadToEndAsync());
        await foreach (var _ in session.Client.StreamTextAsync(TextSession.Ask().WithTaskUuid(left).Build()))
            break;

        Assert.Equal((2, 1, null), Told(good));
        Assert.Equal((1, 0, "streamBrokenOff"), Told(bad));
        Assert.Equal((1, 0, "aborted"), Told(left));
        Assert.Equal(["quill:5@2"], (string[])activities[good.ToString()].GetTagItem("runware.models")!);
        string all = JsonSerializer.Serialize(activities.Values.SelectMany(activity => activity.TagObjects));
        Assert.DoesNotContain(ClientSession.Key, all, StringComparison.Ordinal);
        Assert.DoesNotContain("lighthouse", all, StringComparison.Ordinal);

        (int?, int?, string?) Told(Guid task) => activities[task.ToString()] is var activity
            ? ((int?)activity.GetTagItem("runware.attempts"), (int?)activity.GetTagItem("runware.results"), (string?)activity.GetTagItem("error.type"))
            : default;
    }
}
