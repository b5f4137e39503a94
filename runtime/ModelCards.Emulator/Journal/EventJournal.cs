using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Journal.Hiding;
using ModelCards.Emulator.Storage;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Journal;

/// <summary>
/// What happens in an emulator, for people to watch: connections, tasks and frames, the latest of each, without secrets. Who writes never
/// waits for who reads: readers ask what came since they last asked, and what was forgotten in between they miss.
/// </summary>
internal sealed class EventJournal(KnownKeys keys, TimeProvider clock)
{
    // The bytes are kept until their text is made of them.
    private const int BytesPerFrame = 500;
    private const int LongestLook = 4 * JournalSize.LongestText;

    private readonly Lock _lock = new();
    private readonly SecretText _secrets = new(keys);
    private readonly BoundedStore<long, ConnectionEntry> _connections = new(JournalSize.MaxConnections, long.MaxValue);
    private readonly BoundedStore<long, TaskEntry> _tasks = new(JournalSize.MaxTasks, JournalSize.MaxTasksBytes);
    private readonly BoundedStore<long, FrameEntry> _frames = new(JournalSize.MaxFrames, JournalSize.MaxFramesBytes);
    private readonly BoundedStore<string, long> _taskNumbers = new(JournalSize.MaxTasks, long.MaxValue);
    private TaskCompletionSource? _change;
    private JournalTotals _totals;
    private long _version;

    public KnownKeys Keys => keys;

    public FrameScanner Scanner { get; } = new(keys);

    /// <summary>Tells this journal from that of another emulator at the same address.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public ConnectionRecorder Open(string transport)
    {
        lock (_lock)
        {
            _totals = _totals with { Connections = _totals.Connections + 1, Open = _totals.Open + 1 };
            var entry = new ConnectionEntry { Number = _totals.Connections, Version = Next(), Transport = transport, OpenedAt = clock.GetUtcNow() };
            _connections.TryAdd(entry.Number, entry, 0);
            return new ConnectionRecorder(this, entry.Number);
        }
    }

    public void Change(long connection, Func<ConnectionEntry, ConnectionEntry> change)
    {
        lock (_lock)
            ChangeNow(connection, change);
    }

    public void Close(long connection)
    {
        lock (_lock)
        {
            _totals = _totals with { Open = _totals.Open - 1 };
            ChangeNow(connection, entry => entry with { ClosedAt = clock.GetUtcNow() });
        }
    }

    public void AddFrame(long connection, string direction, Lazy<FrameText> content, long length, int? status = null)
    {
        lock (_lock)
        {
            _totals = _totals with { Frames = _totals.Frames + 1 };
            var frame = new FrameEntry
            {
                Number = _totals.Frames,
                Version = Next(),
                Connection = connection,
                At = clock.GetUtcNow(),
                Direction = direction,
                Length = length,
                Status = status,
                Content = content,
            };
            _frames.TryAdd(frame.Number, frame, BytesPerFrame + (3 * Math.Min(length, JournalSize.FrameBytes)));
            ChangeNow(connection, entry => direction switch
            {
                "in" => entry with { FramesIn = entry.FramesIn + 1 },
                "out" => entry with { FramesOut = entry.FramesOut + 1 },
                _ => entry,
            });
        }
    }

    /// <summary>A task was answered. Questions about other tasks are left out.</summary>
    public void AddTask(JsonElement task, Reply reply)
    {
        string? taskType = TaskIdentity.Echo(task, "taskType");
        if (taskType is "getResponse" or "getTaskDetails" or "ping" or "authentication")
            return;
        string? uuid = Guid.TryParse(TaskIdentity.Echo(task, "taskUUID"), out Guid parsed) ? parsed.ToString("D") : null;
        ResultItem[] results = [.. reply.Items.SelectMany(item => item.Announced)];
        var entry = new TaskEntry
        {
            Number = 0,
            Uuid = uuid,
            TaskType = Shorten(taskType),
            Model = Shorten(TaskIdentity.Echo(task, "model")),
            Prompt = Shorten(TextOf(task, "positivePrompt") ?? TextOf(task, "prompt")),
            At = clock.GetUtcNow(),
            Results = results,
            Errors = [.. reply.Errors.Take(JournalSize.MaxErrors).Select(Shorten)],
            ErrorCount = reply.Errors.Count,
        };
        long number = Add(entry);
        foreach (ResultItem result in results.Where(result => !result.Finished.IsCompleted))
            _ = result.Finished.ContinueWith(_ => Touch(number), default, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>What came after a version that a reader knows of a journal; everything for one who knows another journal, or none.</summary>
    public JournalChanges ChangesSince(Guid journal, long version, int most)
    {
        lock (_lock)
        {
            bool isAnew = journal != Id || version <= 0 || version > _version;
            long known = isAnew ? 0 : version;
            IJournalEntry[] entries =
            [
                .. _connections.ToList().Concat<IJournalEntry>(_tasks.ToList()).Concat(_frames.ToList())
                    .Where(entry => entry.Version > known).OrderBy(entry => entry.Version),
            ];
            return entries.Length <= most
                ? new JournalChanges(isAnew, _version, entries, _totals)
                : new JournalChanges(isAnew, entries[most - 1].Version, entries[..most], _totals);
        }
    }

    /// <summary>Completes when there is something after a version.</summary>
    public Task WaitAsync(long version, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_version > version)
                return Task.CompletedTask;
            _change ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _change.Task.WaitAsync(cancellationToken);
        }
    }

    private long Add(TaskEntry entry)
    {
        lock (_lock)
        {
            if (entry.Uuid is { } uuid && _taskNumbers.TryGet(uuid, out long known) && _tasks.TryGet(known, out TaskEntry? earlier))
            {
                // A task that was accepted stays so, whatever is answered to those who send it again.
                TaskEntry later = earlier.Results.Count > 0 ? earlier : entry with { Number = known, At = earlier.At };
                _tasks.Replace(known, later with { Version = Next(), Sent = earlier.Sent + 1 });
                return known;
            }

            _totals = _totals with { Tasks = _totals.Tasks + 1 };
            long number = _totals.Tasks;
            _tasks.TryAdd(number, entry with { Number = number, Version = Next() }, entry.Bytes);
            if (entry.Uuid is { } fresh && !_taskNumbers.TryAdd(fresh, number, 0))
                _taskNumbers.Replace(fresh, number);
            return number;
        }
    }

    private void Touch(long task)
    {
        lock (_lock)
        {
            if (_tasks.TryGet(task, out TaskEntry? entry))
                _tasks.Replace(task, entry with { Version = Next() });
        }
    }

    private void ChangeNow(long connection, Func<ConnectionEntry, ConnectionEntry> change)
    {
        if (_connections.TryGet(connection, out ConnectionEntry? entry))
            _connections.Replace(connection, change(entry) with { Version = Next() });
    }

    private long Next()
    {
        _change?.TrySetResult();
        _change = null;
        return ++_version;
    }

    private string? Shorten(string? text)
    {
        if (text is null)
            return null;
        // Only some of a long text is looked through; at its end half a key may stand, which nobody would find.
        bool isLong = text.Length > LongestLook;
        string hidden = _secrets.Hide(LooseText.Cut(text, LongestLook));
        int most = Math.Min(JournalSize.LongestText, isLong ? hidden.Length - keys.Longest : hidden.Length);
        return hidden.Length > most ? LooseText.Cut(hidden, most) + "…" : hidden;
    }

    private ServiceError Shorten(ServiceError error) =>
        new(error.Code, Shorten(error.Message)!) { Parameters = [.. error.Parameters.Take(JournalSize.MaxErrors).Select(name => Shorten(name)!)] };

    private static string? TextOf(JsonElement task, string name) =>
        task.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
