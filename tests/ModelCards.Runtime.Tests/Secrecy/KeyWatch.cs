using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace ModelCards.Runtime.Tests.Secrecy;

/// <summary>
/// Looks for a key in every exception that is thrown in this process, in every activity and measurement of the client, and in whatever else
/// it is shown. Half a key counts as one.
/// </summary>
internal sealed class KeyWatch : IDisposable
{
    private const string Source = "ModelCards";

    [ThreadStatic]
    private static bool _isLooking;

    private readonly string[] _halves;
    private readonly ConcurrentQueue<string> _leaks = new();
    private readonly ConcurrentDictionary<string, int> _looks = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements;

    public KeyWatch(string key)
    {
        _halves = [key[..(key.Length / 2)], key[(key.Length / 2)..]];
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Look("activity", Describe(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        _measurements = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == Source)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        _measurements.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Look("measurement", Describe(instrument, tags)));
        _measurements.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Look("measurement", Describe(instrument, tags)));
        _measurements.Start();
        AppDomain.CurrentDomain.FirstChanceException += LookAtException;
    }

    /// <summary>Where the key stood.</summary>
    public IReadOnlyCollection<string> Leaks => _leaks;

    /// <summary>How many texts of a kind were looked at: log, exception, activity, measurement, state.</summary>
    public int Looks(string kind) => _looks.GetValueOrDefault(kind);

    public void Look(string kind, string? text)
    {
        _looks.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        if (text is not null && Array.Exists(_halves, half => text.Contains(half, StringComparison.Ordinal)))
            _leaks.Enqueue($"{kind}: {text}");
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= LookAtException;
        _activities.Dispose();
        _measurements.Dispose();
    }

    private void LookAtException(object? sender, FirstChanceExceptionEventArgs args)
    {
        // Describing an exception may throw one.
        if (_isLooking)
            return;
        _isLooking = true;
        try
        {
            Look("exception", args.Exception.ToString());
        }
        finally
        {
            _isLooking = false;
        }
    }

    private static string Describe(Activity activity) => string.Join(
        ' ',
        activity.Events.SelectMany(told => told.Tags.Select(Describe).Prepend(told.Name))
            .Concat(activity.TagObjects.Select(Describe))
            .Concat(activity.Baggage.Select(item => $"{item.Key}={item.Value}"))
            .Prepend($"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}"));

    private static string Describe(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(Describe).Prepend($"{instrument.Name} {instrument.Description} {instrument.Unit}"));

    private static string Describe(KeyValuePair<string, object?> tag) => $"{tag.Key}={JsonSerializer.Serialize(tag.Value)}";
}
