using ModelCards.Errors;
using ModelCards.Requests;

namespace ModelCards.Results;

/// <summary>Everything that came of one task: results, and what went wrong.</summary>
/// <typeparam name="TResult">Type of one result.</typeparam>
public sealed class TaskOutcome<TResult>
    where TResult : TaskResult
{
    internal TaskOutcome(ModelRequest request, Guid taskUuid, IReadOnlyList<TResult> results, RunwareException? failure)
    {
        Request = request;
        TaskUuid = taskUuid;
        Results = results;
        Failure = failure;
    }

    /// <summary>The request that was sent.</summary>
    public ModelRequest Request { get; }

    /// <summary>The task UUID that it was sent with.</summary>
    public Guid TaskUuid { get; }

    /// <summary>The results that came, in the order of the reply; some may be here although others failed.</summary>
    public IReadOnlyList<TResult> Results { get; }

    /// <summary>What went wrong; null when all results came.</summary>
    public RunwareException? Failure { get; }

    /// <summary>Whether all results came and nothing went wrong.</summary>
    public bool IsSuccess => Failure is null;
}
