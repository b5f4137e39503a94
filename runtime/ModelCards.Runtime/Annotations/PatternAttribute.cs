namespace ModelCards;

/// <summary>Pattern that a text must match, in ECMAScript form, as its card sets it.</summary>
/// <param name="pattern">The pattern.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string pattern) : Attribute
{
    /// <summary>The pattern.</summary>
    public string Pattern { get; } = pattern;
}
