using System.Net;
using System.Text.Json;
using ModelCards.Results;

namespace ModelCards.Errors;

/// <summary>One error, as the service told it or, where the service told nothing, as the client found it.</summary>
public sealed class ServiceError
{
    internal ServiceError(string code, string message, ErrorCategory category)
    {
        Code = code;
        Message = message;
        Category = category;
    }

    internal ServiceError(string code, string message, HttpStatusCode? status)
        : this(code, message, ErrorCategories.Of(code, status))
    {
    }

    /// <summary>The service's own code, such as <c>invalidParameter</c>; empty when it gave none.</summary>
    /// <remarks>
    /// The client's own codes are <c>connectionFailed</c>, <c>timeout</c>, <c>missingResults</c>, <c>disconnected</c>,
    /// <c>responseTooLarge</c>, <c>unrecognizedResponse</c>, <c>downloadFailed</c>, <c>modelUploadFailed</c>,
    /// <c>streamBrokenOff</c> and <c>http</c> with the status, such as <c>http502</c>.
    /// </remarks>
    public string Code { get; }

    /// <summary>What is wrong, in words; empty when the service gave none.</summary>
    public string Message { get; }

    /// <summary>What kind of trouble it is, told from the code, else from the HTTP status.</summary>
    public ErrorCategory Category { get; }

    /// <summary>The parameters at fault, as dotted paths; several for a rule between parameters, empty when none is named.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Type that the parameter should have; null when not given.</summary>
    public string? Type { get; init; }

    /// <summary>Type of the task at fault; null when not given.</summary>
    public string? TaskType { get; init; }

    /// <summary>The task at fault; null for an error of all tasks that were sent together.</summary>
    public Guid? TaskUuid { get; init; }

    /// <summary>Page of the documentation; null when not given.</summary>
    public Uri? Documentation { get; init; }

    /// <summary>The values that the parameter may have; empty when not given.</summary>
    public IReadOnlyList<JsonElement> AllowedValues { get; init; } = [];

    /// <summary>Every member of the error as it came, by JSON name; empty when the client made the error.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members { get; init; } = JsonMembers.None;

    /// <summary>Whether the service told it; false when the client found out by itself.</summary>
    public bool IsFromService => Members.Count > 0;

    /// <summary>Whether trying again later may help. A task that timed out or lost its connection may have been carried out and charged.</summary>
    public bool IsTransient => ErrorCategories.IsTransient(Category);

    /// <summary>Code, parameters, message, allowed values and documentation, on one line and shortened where they are long.</summary>
    public override string ToString()
    {
        string code = Code.Length == 0 ? "error without a code" : PlainText.OneLine(Code, 100);
        string parameters = Parameters.Count == 0 ? "" : $" ({PlainText.OneLine(string.Join(", ", Parameters), 300)})";
        string message = Message.Length == 0 ? "" : $": {PlainText.OneLine(Message, 1000)}";
        string allowed = AllowedValues.Count == 0 ? "" : $" Allowed: {PlainText.OneLine(string.Join(", ", AllowedValues), 500)}.";
        string documentation = Documentation is null ? "" : $" See {PlainText.OneLine(Documentation.OriginalString, 300)}";
        return code + parameters + message + allowed + documentation;
    }
}
