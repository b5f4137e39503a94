using Microsoft.Extensions.Logging;

namespace ModelCards.Diagnostics;

/// <summary>
/// Everything that the client logs: never the key, nor a text of the server other than a code, nor a prompt unless
/// <see cref="RunwareClientOptions.LogRequests"/> asks for it.
/// </summary>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Debug, "Sending task {TaskUuid} for {Model} in {Bytes} bytes, attempt {Attempt}", SkipEnabledCheck = true)]
    public static partial void Sending(this ILogger logger, Guid taskUuid, string model, long? bytes, int attempt);

    [LoggerMessage(2, LogLevel.Debug, "Received HTTP {Status} with {Bytes} bytes after {Milliseconds} ms for {Tasks} tasks")]
    public static partial void Received(this ILogger logger, int? status, int bytes, long milliseconds, int tasks);

    [LoggerMessage(3, LogLevel.Information, "Task {TaskUuid} for {Model} gave {Results} results in {Milliseconds} ms and {Attempts} attempts")]
    public static partial void Succeeded(this ILogger logger, Guid taskUuid, string model, int results, long milliseconds, int attempts);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "Task {TaskUuid} for {Model} failed with {Results} of {Expected} results after {Milliseconds} ms and {Attempts} attempts: {Codes}")]
    public static partial void Failed(
        this ILogger logger, Guid taskUuid, string model, int results, int expected, long milliseconds, int attempts, string codes);

    [LoggerMessage(5, LogLevel.Warning, "Ignored a result of task {TaskUuid}, which is none of those sent")]
    public static partial void Unknown(this ILogger logger, Guid? taskUuid);

    [LoggerMessage(6, LogLevel.Debug, "Ignored an answer to task {TaskUuid} that is a mere acknowledgement, or came before")]
    public static partial void Skipped(this ILogger logger, Guid taskUuid);

    [LoggerMessage(7, LogLevel.Debug, "Connected to {Host}")]
    public static partial void Connected(this ILogger logger, string host);

    [LoggerMessage(8, LogLevel.Warning, "Could not connect: {Code}")]
    public static partial void ConnectFailed(this ILogger logger, string code);

    [LoggerMessage(9, LogLevel.Debug, "The connection is at its end, with {Conversations} sendings under way")]
    public static partial void Disconnected(this ILogger logger, int conversations);

    [LoggerMessage(10, LogLevel.Warning, "Ignored a frame of {Bytes} bytes, which {Problem}")]
    public static partial void IgnoredFrame(this ILogger logger, int bytes, string problem);

    [LoggerMessage(11, LogLevel.Error, "The progress callback of the caller threw an exception")]
    public static partial void ProgressFailed(this ILogger logger, Exception exception);

    [LoggerMessage(12, LogLevel.Debug, "The stream of task {TaskUuid} ended after {Events} events and {Bytes} bytes")]
    public static partial void StreamEnded(this ILogger logger, Guid taskUuid, long events, long bytes);

    [LoggerMessage(13, LogLevel.Debug, "Received a frame of {Bytes} bytes with {Results} results and {Errors} errors")]
    public static partial void ReceivedFrame(this ILogger logger, int bytes, int results, int errors);

    [LoggerMessage(14, LogLevel.Debug, "Task {TaskUuid} is sent as {Json}", SkipEnabledCheck = true)]
    public static partial void Request(this ILogger logger, Guid taskUuid, string json);
}
