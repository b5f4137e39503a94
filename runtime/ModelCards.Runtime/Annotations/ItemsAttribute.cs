namespace ModelCards;

/// <summary>Number of items of a list, as its card sets it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute : Attribute
{
    /// <summary>Least number of items.</summary>
    /// <value>0 when not set.</value>
    public int Minimum { get; set; }

    /// <summary>Greatest number of items.</summary>
    /// <value>No limit when not set.</value>
    public int Maximum { get; set; } = int.MaxValue;
}
