namespace ModelCards;

/// <summary>Number of items of a list, as its card sets it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute : Attribute
{
    /// <summary>No limits, unless some are named.</summary>
    public ItemsAttribute()
    {
    }

    /// <summary>Both limits, each allowed.</summary>
    /// <param name="minimum">Least number of items.</param>
    /// <param name="maximum">Greatest number of items.</param>
    public ItemsAttribute(int minimum, int maximum) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>Least number of items.</summary>
    /// <value>0 when not set.</value>
    public int Minimum { get; set; }

    /// <summary>Greatest number of items.</summary>
    /// <value>No limit when not set.</value>
    public int Maximum { get; set; } = int.MaxValue;
}
