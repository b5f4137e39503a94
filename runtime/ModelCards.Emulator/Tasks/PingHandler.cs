using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

internal sealed class PingHandler : ITaskHandler
{
    public string TaskType => "ping";

    public Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken) => Task.FromResult(Reply.With(PongItem.Instance));
}
