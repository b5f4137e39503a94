namespace ModelCards;

/// <summary>The only values that one branch of a union takes, as its card sets them.</summary>
/// <param name="values">Texts or switches.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AllowedAttribute(params object[] values) : Attribute
{
    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values { get; } = values;
}
