namespace ModelCards;

/// <summary>A bound or step with more digits than the <see cref="double"/> in <see cref="RangeAttribute"/> holds.</summary>
/// <param name="keyword">Which: minimum, maximum, exclusiveMinimum, exclusiveMaximum or multipleOf.</param>
/// <param name="value">The number as its card writes it.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ExactlyAttribute(string keyword, string value) : Attribute
{
    /// <summary>The keyword of JSON Schema.</summary>
    public string Keyword { get; } = keyword;

    /// <summary>The number as its card writes it.</summary>
    public string Value { get; } = value;
}
