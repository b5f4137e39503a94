using System.Runtime.InteropServices;
using System.Text.Json;
using ModelCards.Emulator.Storage;

namespace ModelCards.Emulator.Tasks;

/// <summary>The tasks that arrived, for tests to look at.</summary>
internal sealed class TaskLog(EmulatorLimits limits, TimeProvider clock)
{
    private readonly BoundedStore<long, ReceivedTask> _tasks = new(limits.MaxRemembered, limits.MaxRememberedBytes);
    private long _count;

    public IReadOnlyList<ReceivedTask> ToList() => _tasks.ToList();

    public void Add(JsonElement task)
    {
        long bytes = 1_000L + JsonMarshal.GetRawUtf8Value(task).Length;
        if (bytes > limits.MaxRememberedBytes)
            return;
        string? taskType = TaskIdentity.Echo(task, "taskType");
        var received = new ReceivedTask(taskType, TaskIdentity.Echo(task, "taskUUID"), task.Clone(), clock.GetUtcNow());
        _tasks.TryAdd(Interlocked.Increment(ref _count), received, bytes);
    }
}
