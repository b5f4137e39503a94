namespace ModelCards.Results;

/// <summary>How far a task is.</summary>
/// <param name="TaskUuid">The task.</param>
/// <param name="Percent">From 0 to 100, as the service said last; 0 while it has said nothing, as it does of tasks that are not polled.</param>
/// <param name="Received">How many results have come.</param>
/// <param name="Expected">How many results will come when all goes well.</param>
public sealed record TaskProgress(Guid TaskUuid, int Percent, int Received, int Expected);
