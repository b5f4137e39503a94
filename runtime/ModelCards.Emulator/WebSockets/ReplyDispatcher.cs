using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Incoming;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.WebSockets;

/// <summary>
/// Answers one message in frames: what is known at once in one, and each result in one of its own as soon as it is there,
/// also when the connection that asked is gone by then.
/// </summary>
internal sealed class ReplyDispatcher(Session session, Fault? fault, TimeProvider clock)
{
    private static readonly byte[] Garbage = [.. "{\"data\":[{\"taskType\":\"imageInf"u8, 0xC3, 0x28, 0xFF];

    public async Task AnswerAsync(TaskService service, TaskArray message, EmulatorLimits limits, CancellationToken cancellationToken)
    {
        ServiceError? problem = message.Error ?? TaskArray.FindProblem(message.Elements.Length, limits);
        Reply reply = problem is null
            ? await service.AnswerAsync(message.Elements, canStream: false, cancellationToken).ConfigureAwait(false)
            : Reply.With(problem);
        switch (fault?.Kind)
        {
            case FaultKind.DropAfter or FaultKind.LoseReply:
                break;
            case FaultKind.Garbage:
                session.Post(Frame.Of(Garbage));
                break;
            case FaultKind.Delay:
                _ = PostLateAsync(reply);
                break;
            default:
                Post(reply);
                break;
        }
    }

    private async Task PostLateAsync(Reply reply)
    {
        await Task.Delay(fault!.Delay, clock).ConfigureAwait(false);
        Post(reply);
    }

    private void Post(Reply reply)
    {
        var atOnce = new Reply([.. reply.Items.Where(item => !item.IsPushed)], reply.Errors);
        if (atOnce.Items.Count > 0 || atOnce.Errors.Count > 0)
            session.Post(Frame.Of(atOnce));
        foreach (ResultItem item in reply.Items.Where(item => item.IsPushed))
        {
            if (item.Finished.IsCompleted)
                Push(item);
            else
                _ = item.Finished.ContinueWith(_ => Push(item), default, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Push(ResultItem item) => session.Post(Frame.Of(new Reply(item.HasResult ? [item] : [], item.Errors)));
}
