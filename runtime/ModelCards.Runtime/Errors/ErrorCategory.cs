namespace ModelCards.Errors;

/// <summary>What kind of trouble an error is: enough to decide what to do about it.</summary>
public enum ErrorCategory
{
    /// <summary>The service gave a code that does not tell.</summary>
    Unknown,

    /// <summary>The task was given up.</summary>
    Aborted,

    /// <summary>The service could not be reached, or the connection broke.</summary>
    Connection,

    /// <summary>The account has run out of credits.</summary>
    Quota,

    /// <summary>Too many tasks at once.</summary>
    RateLimit,

    /// <summary>The content check refused the prompt, an input or the result.</summary>
    Safety,

    /// <summary>The API key is wrong or may not do this.</summary>
    Authentication,

    /// <summary>Nobody answered in time.</summary>
    Timeout,

    /// <summary>There is no such model, task or medium, or not any more.</summary>
    NotFound,

    /// <summary>The service itself has a fault.</summary>
    Server,

    /// <summary>The model, or the company that runs it for the service, has a fault.</summary>
    Provider,

    /// <summary>The request says something that is not allowed.</summary>
    Validation,

    /// <summary>The service took the task but did not deliver every result.</summary>
    Incomplete,

    /// <summary>The reply cannot be understood.</summary>
    InvalidResponse,
}
