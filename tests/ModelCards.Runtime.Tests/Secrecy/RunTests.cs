using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace ModelCards.Runtime.Tests.Secrecy;

/// <summary>Runs last of the assembly, and looks back at the whole of it.</summary>
[Xunit.Collection(nameof(LastOfTheRun))]
public sealed class RunTests
{
    [Xunit.Fact]
    public void TheKeyStoodInNoLogExceptionActivityMeasurementOrStateOfTheWholeRun() => Xunit.Assert.Empty(RunWatch.Watch.Leaks);

    /// <summary>So that the test above cannot pass for want of looking.</summary>
    [Xunit.Fact]
    public void AKeyThatGetsOutIsFoundWhereverItStands()
    {
        string key = $"Leaked{Guid.NewGuid():n}";
        using var watch = new KeyWatch(key);
        using var source = new ActivitySource("ModelCards");
        using var meter = new Meter("ModelCards");
        using var log = new LogText(watch, keeps: false);

        Xunit.Assert.Throws<InvalidOperationException>(void () => throw new InvalidOperationException("Outer", new ArgumentException(key)));
        using (Activity activity = source.StartActivity("tag")!)
            activity.SetTag("a", new[] { $"Bearer {key}" });
        using (Activity activity = source.StartActivity("event")!)
            activity.AddEvent(new ActivityEvent("e", tags: new ActivityTagsCollection { ["a"] = key[..^4] }));
        using (Activity activity = source.StartActivity("status")!)
            activity.SetStatus(ActivityStatusCode.Error, key);
        meter.CreateCounter<long>("counter").Add(1, new KeyValuePair<string, object?>("a", key));
        meter.CreateHistogram<double>("histogram").Record(1, new KeyValuePair<string, object?>("a", key[4..]));
        log.Log(LogLevel.Trace, 0, key, null, (state, _) => state);
        var failure = new IOException(key);
        log.Log(LogLevel.Trace, 0, "", failure, (state, _) => state);
        log.BeginScope(key);
        foreach (string text in StateDump.Of(new { Deep = new List<object> { new Holder(new Printed(key)) } }))
            watch.Look("state", text);

        Xunit.Assert.Equal(
            ["activity", "activity", "activity", "exception", "log", "log", "log", "measurement", "measurement", "state"],
            watch.Leaks.Select(leak => leak[..leak.IndexOf(':', StringComparison.Ordinal)]).Order());
    }

    private sealed class Holder(object hidden)
    {
        private readonly object _hidden = hidden;

        public override string ToString() => _hidden.GetType().Name;
    }

    private sealed record Printed(string Key);
}
