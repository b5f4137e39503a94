using System.Diagnostics.CodeAnalysis;
using ModelCards.Emulator.Storage;

namespace ModelCards.Emulator.Tasks;

/// <summary>The tasks that were accepted, by UUID.</summary>
internal sealed class TaskMemory(EmulatorLimits limits)
{
    private readonly BoundedStore<Guid, IRememberedTask> _tasks = new(limits.MaxRemembered, limits.MaxRememberedBytes);

    /// <summary>Takes the UUID; false when an earlier task has it.</summary>
    public bool TryAccept(Guid taskUuid, IRememberedTask task) => _tasks.TryAdd(taskUuid, task, task.Bytes);

    public bool TryGet(Guid taskUuid, [MaybeNullWhen(false)] out IRememberedTask task) => _tasks.TryGet(taskUuid, out task);
}
