namespace ModelCards.Transport.Delivery;

internal enum TaskState
{
    /// <summary>Not sent yet, or to be sent again.</summary>
    Unsent,

    /// <summary>Sent, and nothing was heard of it.</summary>
    Sent,

    /// <summary>The service has it: results come by themselves, or when they are asked for.</summary>
    Accepted,

    /// <summary>The service did not take it for now.</summary>
    Refused,

    /// <summary>All that can come of it has come.</summary>
    Ended,
}
