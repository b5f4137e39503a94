namespace ModelCards.Emulator.WebSockets;

/// <summary>The sessions by the UUID that their client was told last.</summary>
internal sealed class Sessions(TimeProvider clock, EmulatorLimits limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Session> _sessions = [];

    /// <summary>Gives the session of a client who comes back, else a new one, under a fresh UUID in any case.</summary>
    public (Guid Uuid, Session Session, bool IsResumed) Open(Guid? resumed)
    {
        lock (_lock)
        {
            foreach ((Guid old, _) in _sessions.Where(entry => entry.Value.IsExpired).ToArray())
                _sessions.Remove(old);
            bool isResumed = _sessions.Remove(resumed ?? Guid.Empty, out Session? known);
            Session session = known ?? new Session(clock, limits.MaxRemembered);
            Guid uuid = Guid.NewGuid();
            _sessions.Add(uuid, session);
            return (uuid, session, isResumed);
        }
    }
}
