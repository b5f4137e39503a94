using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary>A model on its way in: its stages are reached at even intervals. Nothing is fetched.</summary>
internal sealed class ModelUpload : IRememberedTask
{
    private static readonly string[] Stages = ["validated", "downloaded", "optimized", "stored", "ready"];

    private readonly bool _fails;

    public ModelUpload(string taskUuid, ListedModel model, bool fails, TimeSpan duration, TimeProvider clock)
    {
        Model = model;
        _fails = fails;
        TimeSpan interval = duration / (Stages.Length - 1);
        Items = [.. Stages.Select((stage, index) => new ModelStageItem(
            taskUuid,
            fails && index == Stages.Length - 1 ? "failed" : stage,
            model.Air,
            interval * index is { Ticks: > 0 } time ? Task.Delay(time, clock) : Task.CompletedTask))];
    }

    public ListedModel Model { get; }

    public IReadOnlyList<ModelStageItem> Items { get; }

    public bool IsReady => !_fails && Items[^1].Finished.IsCompleted;

    public long Bytes => 2_000;

    public Reply Poll(DateTimeOffset now) => new([.. Items.Where(item => item.Finished.IsCompleted)], []);
}
