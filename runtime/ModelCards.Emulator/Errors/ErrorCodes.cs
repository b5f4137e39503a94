namespace ModelCards.Emulator.Errors;

/// <summary>Codes of errors.</summary>
internal static class ErrorCodes
{
    // Seen in the service's documentation, its replies or its official clients.
    public const string MissingAuthentication = "missingAuthentication";
    public const string InvalidApiKey = "invalidApiKey";
    public const string UnsupportedTaskType = "unsupportedTaskType";
    public const string MissingParameter = "missingParameter";
    public const string UnsupportedParameter = "unsupportedParameter";
    public const string InvalidParameter = "invalidParameter";
    public const string InvalidPositivePromptLength = "invalidPositivePromptLength";
    public const string InvalidModel = "invalidModel";
    public const string ArrayTooSmall = "arrayTooSmall";
    public const string ConflictTaskUuid = "conflictTaskUUID";
    public const string TaskFailedOrNotFound = "taskFailedOrNotFound";
    public const string ModelAlreadyExists = "modelAlreadyExists";
    public const string UploadFailed = "uploadFailed";
    public const string InferenceError = "inferenceError";
    public const string RateLimitExceeded = "rateLimitExceeded";
    public const string NoAvailableServer = "noAvailableServer";
    public const string InternalServerError = "internalServerError";

    // The emulator's own, for what the service documents no code for; named so that clients sort them as validation errors.
    public const string InvalidRequestBody = "invalidRequestBody";
    public const string InvalidRequest = "invalidRequest";
    public const string MaxTasksExceeded = "maxTasksExceeded";
    public const string UnsupportedMethod = "unsupportedMethod";
    public const string ResourceNotFound = "resourceNotFound";
}
