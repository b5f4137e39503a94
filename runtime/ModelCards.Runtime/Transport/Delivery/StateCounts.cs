namespace ModelCards.Transport.Delivery;

/// <summary>How many tasks are in which state, so that no one has to go through thousands of them at each frame.</summary>
internal sealed class StateCounts(int tasks)
{
    private readonly int[] _counts = [tasks, 0, 0, 0, 0];

    public int this[TaskState state] => _counts[(int)state];

    public void Move(TaskState from, TaskState to)
    {
        _counts[(int)from]--;
        _counts[(int)to]++;
    }
}
