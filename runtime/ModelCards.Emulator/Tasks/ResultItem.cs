using System.Text.Json;
using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Tasks;

/// <summary>One element of <c>data</c>. It is made when it is written, so that a reply never holds all its pictures at once.</summary>
internal abstract class ResultItem
{
    /// <summary>Completes when there is a result, or an error instead.</summary>
    public virtual Task Finished => Task.CompletedTask;

    /// <summary>What went wrong, known once it is finished.</summary>
    public virtual IReadOnlyList<ServiceError> Errors => [];

    /// <summary>Whether there is something to write, known once it is finished.</summary>
    public virtual bool HasResult => true;

    /// <summary>Whether it has a frame of its own where replies come in frames, as soon as it is finished.</summary>
    public virtual bool IsPushed => false;

    /// <summary>Whether a reply that comes as a whole waits for it; otherwise it comes with the reply where it is finished in time.</summary>
    public virtual bool IsAwaited => true;

    /// <summary>The results that it stands for: itself, unless it only says that they will come.</summary>
    public virtual IReadOnlyList<ResultItem> Announced => [this];

    public abstract ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken);
}
