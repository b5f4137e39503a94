namespace ModelCards.Emulator.Faults;

/// <summary>Decides which messages something goes wrong with. Faults may be added and taken away while the emulator runs.</summary>
public sealed class FaultSwitchboard
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    // The same faults hit the same messages in each run.
    private readonly Random _random = new(1);

    internal FaultSwitchboard(IReadOnlyList<Fault> faults)
    {
        foreach (Fault fault in faults)
            Add(fault);
    }

    /// <summary>How many messages were hit so far.</summary>
    public int Hits { get; private set; }

    /// <summary>Adds a fault; of several that fit a message, the one that was added first hits it.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of it has no sense.</exception>
    public void Add(Fault fault)
    {
        var entry = new Entry(Checked(fault));
        lock (_lock)
            _entries.Add(entry);
    }

    /// <summary>Takes all faults away.</summary>
    public void Clear()
    {
        lock (_lock)
            _entries.Clear();
    }

    internal static Fault Checked(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegative(fault.Skip);
        ArgumentOutOfRangeException.ThrowIfNegative(fault.Times);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Delay, TimeSpan.Zero);
        return fault.Probability is >= 0 and <= 1
            ? fault
            : throw new ArgumentOutOfRangeException(nameof(fault), fault.Probability, "The probability must be from 0 to 1.");
    }

    /// <summary>What goes wrong with a message; null when nothing does.</summary>
    internal Fault? Take(IEnumerable<string?> taskTypes)
    {
        string?[] types = [.. taskTypes];
        return Take(entry => entry.Kind is not (FaultKind.PartialSuccess or FaultKind.RepeatWebhook) && !IsOfStream(entry.Kind)
            && types.Any(type => entry.TaskType is null ? type is not ("ping" or "authentication") : entry.TaskType == type));
    }

    /// <summary>Whether a fault of what comes of a task, and not of its message, hits a task of this type.</summary>
    internal bool Take(FaultKind kind, string taskType) =>
        Take(entry => entry.Kind == kind && (entry.TaskType ?? taskType) == taskType) is not null;

    /// <summary>What goes wrong in the middle of the stream that a task of this type is answered with; null when nothing does.</summary>
    internal Fault? TakeOfStream(string taskType) => Take(entry => IsOfStream(entry.Kind) && (entry.TaskType ?? taskType) == taskType);

    private static bool IsOfStream(FaultKind kind) =>
        kind is FaultKind.BreakStream or FaultKind.EndStream or FaultKind.GarbleStream or FaultKind.StallStream;

    private Fault? Take(Predicate<Fault> fits)
    {
        lock (_lock)
        {
            foreach (Entry entry in _entries)
            {
                if (entry.Left == 0 || !fits(entry.Fault) || entry.Skip-- > 0)
                    continue;
                entry.Skip = 0;
                if (entry.Fault.Probability < 1 && _random.NextDouble() >= entry.Fault.Probability)
                    continue;
                entry.Left--;
                Hits++;
                return entry.Fault;
            }

            return null;
        }
    }

    private sealed class Entry(Fault fault)
    {
        public Fault Fault => fault;

        public int Skip { get; set; } = fault.Skip;

        public int Left { get; set; } = fault.Times;
    }
}
