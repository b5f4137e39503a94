using System.Globalization;
using System.Net;

namespace ModelCards.Errors;

/// <summary>The errors that the client itself finds.</summary>
internal static class ClientErrors
{
    public static ServiceError ConnectionFailed(string problem) => new("connectionFailed", problem, ErrorCategory.Connection);

    public static ServiceError Timeout(string problem) => new("timeout", problem, ErrorCategory.Timeout);

    public static ServiceError ResponseTooLarge(long limit, string option = nameof(RunwareClientOptions.ResponseSizeLimit)) => new(
        "responseTooLarge",
        string.Create(CultureInfo.InvariantCulture, $"The reply is larger than the {limit} bytes that RunwareClientOptions.{option} allows."),
        ErrorCategory.InvalidResponse);

    public static ServiceError Unrecognized(string problem) => new("unrecognizedResponse", problem, ErrorCategory.InvalidResponse);

    public static ServiceError MissingResults(Guid task, int expected, int received) => new(
        "missingResults",
        string.Create(CultureInfo.InvariantCulture, $"{expected} result{(expected == 1 ? "" : "s")} expected, but {received} came, and no error."),
        ErrorCategory.Incomplete) { TaskUuid = task };

    public static ServiceError StreamBrokenOff(Guid task, int characters) => new(
        "streamBrokenOff",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The stream ended after {characters} characters of text, without a finish reason and without saying that it is done."),
        ErrorCategory.Incomplete) { TaskUuid = task };

    public static ServiceError GivenUp() => new("aborted", "The task was given up.", ErrorCategory.Aborted);

    public static ServiceError Disconnected() => new(
        "disconnected", "The client was disposed while the task was under way.", ErrorCategory.Connection);

    public static ServiceError HttpStatus(HttpStatusCode status, string? reason, string body)
    {
        string phrase = string.IsNullOrEmpty(reason) ? status.ToString() : reason;
        string detail = body.Length == 0 ? "an empty reply." : $"a reply that tells no error: {PlainText.OneLine(body, 300)}";
        string code = string.Create(CultureInfo.InvariantCulture, $"http{(int)status}");
        return new ServiceError(code, $"{PlainText.OneLine(phrase, 100)}, with {detail}", status);
    }
}
