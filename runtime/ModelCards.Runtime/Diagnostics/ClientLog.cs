using Microsoft.Extensions.Logging;

namespace ModelCards.Diagnostics;

/// <summary>Everything that the client logs: never the key, a prompt or a text of the server other than a code.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Debug, "Sending {Tasks} tasks in {Bytes} bytes: {TaskUuids}", SkipEnabledCheck = true)]
    public static partial void Sending(this ILogger logger, int tasks, long? bytes, string taskUuids);

    [LoggerMessage(2, LogLevel.Debug, "Received HTTP {Status} with {Bytes} bytes after {Milliseconds} ms for {Tasks} tasks")]
    public static partial void Received(this ILogger logger, int? status, int bytes, long milliseconds, int tasks);

    [LoggerMessage(3, LogLevel.Information, "Task {TaskUuid} gave {Results} results in {Milliseconds} ms")]
    public static partial void Succeeded(this ILogger logger, Guid taskUuid, int results, long milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "Task {TaskUuid} failed with {Results} of {Expected} results after {Milliseconds} ms: {Codes}")]
    public static partial void Failed(this ILogger logger, Guid taskUuid, int results, int expected, long milliseconds, string codes);

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
}
