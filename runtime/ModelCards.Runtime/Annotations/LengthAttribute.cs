namespace ModelCards;

/// <summary>Length of a text in code points, as its card sets it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LengthAttribute : Attribute
{
    /// <summary>No limits, unless some are named.</summary>
    public LengthAttribute()
    {
    }

    /// <summary>Both limits, each allowed.</summary>
    /// <param name="minimum">Least number of code points.</param>
    /// <param name="maximum">Greatest number of code points.</param>
    public LengthAttribute(int minimum, int maximum) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>Least number of code points.</summary>
    /// <value>0 when not set.</value>
    public int Minimum { get; set; }

    /// <summary>Greatest number of code points.</summary>
    /// <value>No limit when not set.</value>
    public int Maximum { get; set; } = int.MaxValue;
}
