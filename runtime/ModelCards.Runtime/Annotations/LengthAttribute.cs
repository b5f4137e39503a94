namespace ModelCards;

/// <summary>Length of a text in code points, as its card sets it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LengthAttribute : Attribute
{
    /// <summary>Least number of code points.</summary>
    /// <value>0 when not set.</value>
    public int Minimum { get; set; }

    /// <summary>Greatest number of code points.</summary>
    /// <value>No limit when not set.</value>
    public int Maximum { get; set; } = int.MaxValue;
}
