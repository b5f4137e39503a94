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
}
