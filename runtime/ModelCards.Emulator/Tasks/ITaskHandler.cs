using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>Answers the tasks of one type.</summary>
internal interface ITaskHandler
{
    string TaskType { get; }

    /// <summary>Whether its answer may be a stream of events.</summary>
    bool Streams => false;

    Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken);
}
