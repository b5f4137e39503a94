namespace ModelCards.Results;
/// <summary>x</summary>
public class TaskResult {}
