namespace ModelCards;

/// <summary>Bounds and step of a number, as its card sets them.</summary>
/// <remarks>The analyzers read it; at run time <c>Validate()</c> judges by the card itself.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeAttribute : Attribute
{
    /// <summary>A number without bounds, unless some are named.</summary>
    public RangeAttribute()
    {
    }

    /// <summary>A number between two bounds, both allowed.</summary>
    /// <param name="minimum">Lowest number allowed.</param>
    /// <param name="maximum">Highest number allowed.</param>
    public RangeAttribute(double minimum, double maximum) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>Lowest number allowed.</summary>
    /// <value>No lower bound when not set.</value>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>Highest number allowed.</summary>
    /// <value>No upper bound when not set.</value>
    public double Maximum { get; set; } = double.PositiveInfinity;

    /// <summary>Number that must be exceeded.</summary>
    /// <value>None when not set.</value>
    public double ExclusiveMinimum { get; set; } = double.NegativeInfinity;

    /// <summary>Number that must not be reached.</summary>
    /// <value>None when not set.</value>
    public double ExclusiveMaximum { get; set; } = double.PositiveInfinity;

    /// <summary>The number must be a multiple of the step; its shortest decimal text is meant, so 0.01 is exact.</summary>
    /// <value>0 when any number in range will do.</value>
    public double Step { get; set; }
}
