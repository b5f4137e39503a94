using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Incoming;
using ModelCards.Emulator.Journal;
using ModelCards.Emulator.Tasks;
using ModelCards.Emulator.Texts;

namespace ModelCards.Emulator.Http;

/// <summary>
/// <c>POST /v1</c>. Every task is judged, and those that are sound run although others are not: the status is 200 when at
/// least one item came of it, 404 when all that failed is unknown, else 400.
/// </summary>
internal sealed class TaskEndpoint(TaskService service, KeyCheck keys, FaultSwitchboard faults, EventJournal journal, EmulatorOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        ConnectionRecorder recorder = context.OpenRecorder(journal);
        string? header = context.Request.Headers.Authorization is [{ } value, ..] ? value : null;
        if (header is not null && keys.CheckHeader(header) is { } refusal)
        {
            await context.Response.SendAsync(StatusCodes.Status401Unauthorized, refusal, aborted).ConfigureAwait(false);
            return;
        }

        using TaskArray body = await BodyReader.ReadAsync(context.Request, options.Limits, aborted).ConfigureAwait(false);
        if (body.Error is not null)
        {
            await context.Response.SendAsync(StatusCodes.Status400BadRequest, body.Error, aborted).ConfigureAwait(false);
            return;
        }

        JsonElement[] elements = body.Elements;
        bool authenticates = elements is [var first, ..] && KeyCheck.IsAuthentication(first);
        refusal = authenticates ? keys.CheckTask(elements[0]) : header is null ? KeyCheck.Missing() : null;
        if (refusal is not null)
            await context.Response.SendAsync(StatusCodes.Status401Unauthorized, refusal, aborted).ConfigureAwait(false);
        else
            await AnswerAsync(context, recorder, authenticates ? elements[1..] : elements, aborted).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, ConnectionRecorder recorder, JsonElement[] tasks, CancellationToken cancellationToken)
    {
        recorder.Authenticated();
        HttpResponse response = context.Response;
        if (TaskArray.FindProblem(tasks.Length, options.Limits) is { } problem)
        {
            await response.SendAsync(StatusCodes.Status400BadRequest, problem, cancellationToken).ConfigureAwait(false);
            return;
        }

        Fault? fault = faults.Take(tasks.Select(task => TaskIdentity.Echo(task, "taskType")));
        recorder.Struck(fault);
        if (await HttpFaults.PreventAsync(fault, context, options.TimeProvider).ConfigureAwait(false))
            return;
        Reply reply = await service.AnswerAsync(tasks, canStream: tasks.Length == 1, cancellationToken).ConfigureAwait(false);
        if (await HttpFaults.SpoilAsync(fault, context, options.TimeProvider).ConfigureAwait(false))
            return;
        if (reply.Items is [StreamedTextItem { Accepted: var text }])
        {
            Fault? inTheMiddle = faults.TakeOfStream(TextTask.TaskType);
            recorder.Struck(inTheMiddle);
            await new TextEvents(context, text, inTheMiddle, options.TimeProvider).SendAsync().ConfigureAwait(false);
            return;
        }

        reply = await reply.FinishAsync(cancellationToken).ConfigureAwait(false);
        await response.SendAsync(StatusOf(reply), reply, cancellationToken).ConfigureAwait(false);
    }

    private static int StatusOf(Reply reply)
    {
        if (reply.Items.Count > 0 || reply.Errors.Count == 0)
            return StatusCodes.Status200OK;
        return reply.Errors.All(error => error.Code == ErrorCodes.TaskFailedOrNotFound)
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status400BadRequest;
    }
}
