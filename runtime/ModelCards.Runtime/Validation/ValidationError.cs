namespace ModelCards.Validation;

/// <summary>One reason why a request is not accepted.</summary>
/// <param name="Pointer">JSON pointer to the value at fault, such as <c>/controlNet/0/endStep</c>; empty for the request itself.</param>
/// <param name="Parameter">The parameter in words of the card, such as <c>controlNet[0].endStep</c>; empty for the request itself.</param>
/// <param name="Keyword">JSON Schema keyword that says no, such as <c>multipleOf</c>.</param>
/// <param name="Value">The value at fault as JSON, shortened when it is long; null when something is missing.</param>
/// <param name="Message">One sentence that says what is allowed.</param>
public sealed record ValidationError(string Pointer, string Parameter, string Keyword, string? Value, string Message)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
