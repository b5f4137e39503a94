using System.Text;
using Microsoft.Extensions.Logging;
using ModelCards.Transport;
using ModelCards.Transport.Delivery;

namespace ModelCards.Diagnostics;

/// <summary>Tells of each task that goes out, and its JSON where that is asked for.</summary>
internal sealed class SendingLog(ILogger logger, ApiKey key, bool tellsRequests)
{
    private const int MostBytes = 8 * 1024;

    // Its filter holds keys of the team.
    private const string AccountType = "accountManagement";

    /// <summary>Whether anybody listens.</summary>
    public bool IsOn => logger.IsEnabled(LogLevel.Debug);

    /// <summary>Tells of one task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="length">How many bytes leave; null where that is not known before.</param>
    /// <param name="json">The task without the files in it.</param>
    public void Tell(PendingTask task, long? length, ReadOnlySpan<byte> json)
    {
        logger.Sending(task.Uuid, task.Model, length, task.TimesSent);
        if (!tellsRequests || task.Request.SourceCard.TaskType == AccountType)
            return;
        string text = Encoding.UTF8.GetString(json[..Math.Min(json.Length, MostBytes)]);
        logger.Request(task.Uuid, json.Length > MostBytes ? key.MaskCut(text) + "..." : key.Mask(text));
    }
}
