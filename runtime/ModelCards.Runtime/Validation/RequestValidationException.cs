namespace ModelCards.Validation;

/// <summary>A request that its card does not accept. Nothing was sent.</summary>
public sealed class RequestValidationException : Exception
{
    internal RequestValidationException(IReadOnlyList<ValidationError> errors)
        : base(Describe(errors)) => Errors = errors;

    /// <summary>Every reason.</summary>
    public IReadOnlyList<ValidationError> Errors { get; }

    private static string Describe(IReadOnlyList<ValidationError> errors) =>
        (errors.Count == 1 ? "The request is not valid:" : $"The request is not valid, for {errors.Count} reasons:")
        + string.Concat(errors.Select(error => $"\n  - {error.Message}"));
}
