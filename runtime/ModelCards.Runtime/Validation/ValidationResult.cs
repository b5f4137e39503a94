namespace ModelCards.Validation;

/// <summary>The verdict on a request.</summary>
public sealed class ValidationResult
{
    internal static readonly ValidationResult Valid = new([]);

    internal ValidationResult(IReadOnlyList<ValidationError> errors) => Errors = errors;

    /// <summary>Whether the card accepts the request.</summary>
    public bool IsValid => Errors.Count == 0;

    /// <summary>Every reason why it does not; empty when it does.</summary>
    public IReadOnlyList<ValidationError> Errors { get; }

    /// <summary>Throws when there are errors.</summary>
    /// <exception cref="RequestValidationException">The request is not valid; all errors are listed.</exception>
    public void ThrowIfInvalid()
    {
        if (!IsValid)
            throw new RequestValidationException(Errors);
    }

    /// <summary>The errors, one per line.</summary>
    public override string ToString() => IsValid ? "valid" : string.Join('\n', Errors);
}
