namespace ModelCards;

/// <summary>JSON name of a generated member.</summary>
/// <param name="name">The name on the wire.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}
