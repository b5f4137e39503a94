using System.Text.Json;
using ModelCards.Emulator.Journal.Hiding;

namespace ModelCards.Emulator.Journal;

/// <summary>A connection of a client.</summary>
internal sealed record ConnectionEntry : IJournalEntry
{
    public required long Number { get; init; }

    public long Version { get; init; }

    /// <summary><c>WebSocket</c> or <c>HTTP</c>.</summary>
    public required string Transport { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool IsAuthenticated { get; init; }

    /// <summary>The session that its client was told.</summary>
    public Guid? Session { get; init; }

    /// <summary>Whether the session is of a connection before.</summary>
    public bool IsResumed { get; init; }

    public long FramesIn { get; init; }

    public long FramesOut { get; init; }

    public void WriteTo(Utf8JsonWriter writer, KnownKeys keys)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", Number);
        writer.WriteString("transport", Transport);
        writer.WriteString("openedAt", OpenedAt);
        if (ClosedAt is { } closedAt)
            writer.WriteString("closedAt", closedAt);
        writer.WriteBoolean("authenticated", IsAuthenticated);
        if (Session is { } session)
            writer.WriteString("session", session);
        writer.WriteBoolean("resumed", IsResumed);
        writer.WriteNumber("framesIn", FramesIn);
        writer.WriteNumber("framesOut", FramesOut);
        writer.WriteEndObject();
    }
}
