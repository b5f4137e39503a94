namespace ModelCards.Emulator.Tasks;

/// <summary>A task that was accepted: its UUID is taken, and <c>getResponse</c> finds it.</summary>
internal interface IRememberedTask
{
    /// <summary>About how much memory it takes.</summary>
    long Bytes { get; }

    /// <summary>What is finished by now, and how far the rest is.</summary>
    Reply Poll(DateTimeOffset now);
}
