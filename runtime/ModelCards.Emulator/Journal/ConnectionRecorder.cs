using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Journal.Hiding;

namespace ModelCards.Emulator.Journal;

/// <summary>Writes what happens on one connection into the journal.</summary>
internal sealed class ConnectionRecorder(EventJournal journal, long number)
{
    private int _isClosed;

    public void Received(ReadOnlySpan<byte> frame)
    {
        byte[] beginning = frame[..Math.Min(frame.Length, JournalSize.FrameBytes)].ToArray();
        long length = frame.Length;
        journal.AddFrame(number, "in", new Lazy<FrameText>(() => journal.Scanner.ScanIncoming(beginning, length)), length);
    }

    public void Sent(FrameCopy frame, int? status = null)
    {
        byte[] beginning = frame.Beginning.ToArray();
        long length = frame.Length;
        journal.AddFrame(number, "out", new Lazy<FrameText>(() => journal.Scanner.ScanOutgoing(beginning, length)), length, status);
    }

    public void Struck(Fault? fault)
    {
        if (fault is not null)
            journal.AddFrame(number, "fault", new Lazy<FrameText>(new FrameText(FaultText.NameOf(fault.Kind), false, [], [], [])), 0);
    }

    /// <param name="session">The session that the client was told; null where there are none.</param>
    /// <param name="isResumed">Whether it is of an earlier connection.</param>
    public void Authenticated(Guid? session = null, bool isResumed = false) =>
        journal.Change(number, entry => entry with { IsAuthenticated = true, Session = session, IsResumed = isResumed });

    public void Closed()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
            journal.Close(number);
    }
}
