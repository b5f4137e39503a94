using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Incoming;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Http;

/// <summary>
/// <c>POST /v1</c>. Every task is judged, and those that are sound run although others are not: the status is 200 when at
/// least one item came of it, 404 when all that failed is unknown, else 400.
/// </summary>
internal sealed class TaskEndpoint(TaskService service, KeyCheck keys, EmulatorLimits limits)
{
    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        string? header = context.Request.Headers.Authorization is [{ } value, ..] ? value : null;
        if (header is not null && keys.CheckHeader(header) is { } refusal)
        {
            await context.Response.SendAsync(StatusCodes.Status401Unauthorized, refusal, aborted).ConfigureAwait(false);
            return;
        }

        using TaskArray body = await BodyReader.ReadAsync(context.Request, limits, aborted).ConfigureAwait(false);
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
            await AnswerAsync(context.Response, authenticates ? elements[1..] : elements, aborted).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpResponse response, JsonElement[] tasks, CancellationToken cancellationToken)
    {
        if (FindProblem(tasks.Length) is { } problem)
        {
            await response.SendAsync(StatusCodes.Status400BadRequest, problem, cancellationToken).ConfigureAwait(false);
            return;
        }

        var replies = new List<Reply>(tasks.Length);
        foreach (JsonElement task in tasks)
            replies.Add(await service.AnswerAsync(task, cancellationToken).ConfigureAwait(false));
        var reply = Reply.Of(replies);
        await response.SendAsync(StatusOf(reply), reply, cancellationToken).ConfigureAwait(false);
    }

    private ServiceError? FindProblem(int tasks)
    {
        (string Code, string Message)? problem = tasks == 0
            ? (ErrorCodes.InvalidRequestBody, "The body holds no task.")
            : tasks > limits.MaxTasks ? (ErrorCodes.MaxTasksExceeded, $"The body holds {tasks} tasks; at most {limits.MaxTasks} are taken.")
            : null;
        return problem is { } wrong ? new ServiceError(wrong.Code, wrong.Message) { Documentation = DocumentationLinks.Errors } : null;
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
