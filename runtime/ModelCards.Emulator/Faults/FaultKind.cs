namespace ModelCards.Emulator.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The connection is cut when a message arrives; the message is lost and its tasks are not carried out.</summary>
    Drop,

    /// <summary>The tasks of a message are carried out, and the connection is cut before their reply.</summary>
    DropAfter,

    /// <summary>The tasks of a message are carried out, and their reply is lost. Over HTTP the connection is cut in its place.</summary>
    LoseReply,

    /// <summary>The reply comes <see cref="Fault.Delay"/> late.</summary>
    Delay,

    /// <summary>The tasks of a message are carried out, and garbage comes in place of their reply.</summary>
    Garbage,

    /// <summary>The connection stays open and is dumb from now on, as a half-open one: nothing that it says is heard, nothing comes.</summary>
    Silence,

    /// <summary>The last result of a task fails; those before it stand. Of a streamed text, the first half stands.</summary>
    PartialSuccess,

    /// <summary>The message is refused because there are too many: HTTP 429, or errors over a WebSocket.</summary>
    TooManyRequests,

    /// <summary>The message is refused for lack of capacity: HTTP 503, or errors over a WebSocket.</summary>
    Unavailable,

    /// <summary>What is posted to a webhook is posted twice, at the same time; each result counts as a message here.</summary>
    RepeatWebhook,

    /// <summary>The connection is cut in the middle of a streamed text.</summary>
    BreakStream,

    /// <summary>A streamed text ends in the middle, without a finish reason and without saying that it is done.</summary>
    EndStream,

    /// <summary>An event in the middle of a streamed text is garbage.</summary>
    GarbleStream,

    /// <summary>In the middle of a streamed text nothing comes for <see cref="Fault.Delay"/>; for ever where that is zero.</summary>
    StallStream,
}
