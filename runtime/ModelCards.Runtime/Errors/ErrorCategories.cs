using System.Net;

namespace ModelCards.Errors;

/// <summary>Tells the kind of an error from the service's code, of which there are hundreds, else from the HTTP status.</summary>
internal static class ErrorCategories
{
    private static readonly HashSet<string> Connection =
        ["connectionFailed", "notConnected", "notOpen", "reconnectionFailed", "disconnected"];

    private static readonly HashSet<string> Safety =
        ["contentPolicyViolation", "providerContentPolicyViolation", "sensitiveContentDetected", "unsafeContentDetected",
         "nsfwContentDetected", "promptBlocked", "imageBlocked", "moderationFailed"];

    private static readonly HashSet<string> Authentication =
        ["unauthorized", "forbidden", "permissionDenied", "insufficientPermissions", "authenticationFailed", "authFailed", "authTimeout",
         "invalidAuthentication", "invalidCredentials", "missingAuthentication", "tokenExpired", "tokenInvalid", "tokenMissing",
         "tokenRevoked", "accountSuspended", "accountDisabled", "organizationSuspended", "organizationDisabled", "workspaceSuspended",
         "workspaceDisabled"];

    private static readonly HashSet<string> NotFound = ["taskCancelled", "taskFailedOrNotFound", "unknownModel"];

    private static readonly HashSet<string> Server =
        ["internalServerError", "serviceUnavailable", "serverUnavailable", "standardError", "unknownError", "undefinedError",
         "defaultError", "unrecognizedResponse", "errorRetrievingAccountManagement"];

    private static readonly HashSet<string> Provider =
        ["inferenceError", "processingFailed", "taskFailed", "downloadFailed", "uploadFailed", "noAvailableServer", "modelUnavailable",
         "modelDisabled", "modelNotReady", "mediaStorageFileCouldNotBeMoved"];

    private static readonly HashSet<string> Validation =
        ["unknownParameter", "incompatibleParameters", "mismatchProviderSettingsProvider", "unknownProviderSettingsProvider",
         "transparentModelMismatch", "modelOwnershipValidationError", "modelAlreadyExists", "validationFailed"];

    private static readonly string[] ValidationStarts =
        ["invalid", "missing", "conflict", "duplicate", "unsupported", "value", "array", "max"];

    public static ErrorCategory Of(string code, HttpStatusCode? status)
    {
        ErrorCategory category = OfCode(code);
        return category == ErrorCategory.Unknown && status is { } known ? OfStatus(known) : category;
    }

    public static bool IsTransient(ErrorCategory category) =>
        category is ErrorCategory.Provider or ErrorCategory.Timeout or ErrorCategory.Connection or ErrorCategory.RateLimit or ErrorCategory.Server;

    // The order matters: the first match wins, as in the official clients. Unlike theirs, the words are found in any
    // case (timeoutProvider, rateLimitExceeded), and a provider's empty account is not taken for the user's.
    private static ErrorCategory OfCode(string code) => code switch
    {
        "aborted" => ErrorCategory.Aborted,
        _ when Connection.Contains(code) => ErrorCategory.Connection,
        "paymentRequired" => ErrorCategory.Quota,
        _ when Has(code, "credits") || Has(code, "quota") || Has(code, "balance") =>
            IsOfProvider(code) ? ErrorCategory.Provider : ErrorCategory.Quota,
        _ when Has(code, "rateLimit") => ErrorCategory.RateLimit,
        _ when Safety.Contains(code) => ErrorCategory.Safety,
        _ when Authentication.Contains(code) || Has(code, "apiKey") => ErrorCategory.Authentication,
        _ when Has(code, "timeout") => ErrorCategory.Timeout,
        _ when NotFound.Contains(code) || Ends(code, "NotFound") || Ends(code, "Expired") => ErrorCategory.NotFound,
        _ when Server.Contains(code) => ErrorCategory.Server,
        _ when Provider.Contains(code) || IsOfProvider(code) => ErrorCategory.Provider,
        _ when Validation.Contains(code) || Array.Exists(ValidationStarts, start => code.StartsWith(start, StringComparison.Ordinal)) =>
            ErrorCategory.Validation,
        _ => ErrorCategory.Unknown,
    };

    private static ErrorCategory OfStatus(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => ErrorCategory.Authentication,
        402 => ErrorCategory.Quota,
        404 => ErrorCategory.NotFound,
        408 or 504 => ErrorCategory.Timeout,
        429 => ErrorCategory.RateLimit,
        >= 400 and < 500 => ErrorCategory.Validation,
        >= 500 => ErrorCategory.Server,
        _ => ErrorCategory.Unknown,
    };

    private static bool IsOfProvider(string code) => code.StartsWith("provider", StringComparison.Ordinal);

    private static bool Has(string code, string word) => code.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string code, string word) => code.EndsWith(word, StringComparison.Ordinal);
}
