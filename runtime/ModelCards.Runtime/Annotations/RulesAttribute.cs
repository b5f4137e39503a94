namespace ModelCards;

/// <summary>Rules between the members of a generated type, as its card sets them.</summary>
/// <remarks>
/// The analyzers read it; at run time <c>Validate()</c> judges by the card itself. Each rule names conditions, joined by
/// <c>&amp;</c>, that no valid object meets together: <c>a</c> is given, <c>!a</c> is left out, <c>a=v|w</c> or <c>a!=v|w</c>
/// speaks of its value, <c>a&lt;@b</c> of two numbers, <c>a#&gt;1</c> of its items, <c>a,b!=1,2|3,4</c> of a table. Names are
/// those of JSON.
/// </remarks>
/// <param name="rules">The rules.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RulesAttribute(params string[] rules) : Attribute
{
    /// <summary>The rules.</summary>
    public IReadOnlyList<string> Rules { get; } = rules;
}
