using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>Answers the tasks of one type.</summary>
internal interface ITaskHandler
{
    string TaskType { get; }

    Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken);
}
