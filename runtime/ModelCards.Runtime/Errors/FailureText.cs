using System.Globalization;
using System.Net;
using System.Text;

namespace ModelCards.Errors;

/// <summary>The message of a <see cref="RunwareException"/>.</summary>
internal static class FailureText
{
    private const int ListedErrors = 20;

    public static string Heading(string what, HttpStatusCode? status) =>
        status is { } known ? string.Create(CultureInfo.InvariantCulture, $"{what} (HTTP {(int)known})") : what;

    public static string Of(string heading, IReadOnlyList<Guid> tasks, IReadOnlyList<ServiceError> errors)
    {
        var text = new StringBuilder(heading).Append(':');
        foreach (ServiceError error in errors.Take(ListedErrors))
        {
            text.Append("\n  - ");
            if (tasks.Count > 1 && error.TaskUuid is { } task)
                text.Append(CultureInfo.InvariantCulture, $"task {task}: ");
            text.Append(error);
        }

        if (errors.Count > ListedErrors)
            text.Append(CultureInfo.InvariantCulture, $"\n  - and {errors.Count - ListedErrors} more");
        foreach (string advice in errors.Select(error => Advice(error.Category)).OfType<string>().Distinct())
            text.Append('\n').Append(advice);
        return text.ToString();
    }

    private static string? Advice(ErrorCategory category) => category switch
    {
        ErrorCategory.Connection =>
            "Check the network and RunwareClientOptions.Endpoint. Unless nothing was sent, the task may have been carried out and charged.",
        ErrorCategory.Quota => "Add credits to the Runware account.",
        ErrorCategory.RateLimit => "Send fewer tasks at once, or try again later.",
        ErrorCategory.Safety => "Change the prompt or the input images: the content check refused them.",
        ErrorCategory.Authentication => "Check the API key and what it may do; keys are made at https://my.runware.ai/signup.",
        ErrorCategory.Timeout =>
            "Try again later. The task may still have been carried out and charged; RunwareClientOptions.Timeout sets how long to wait.",
        ErrorCategory.NotFound => "Check the model, UUIDs and URLs: something that is named is not there, or not any more.",
        ErrorCategory.Server or ErrorCategory.Provider => "The fault is on the service's side: try again later.",
        ErrorCategory.Validation => "Correct the parameters; the card of the model (the Card of its request type) says what is allowed.",
        ErrorCategory.InvalidResponse => "Check that RunwareClientOptions.Endpoint is the address of the Runware API.",
        _ => null,
    };
}
