namespace ModelCards.Schemas;

/// <summary>An <c>x-constraints</c> entry over two plain numbers: their product (area) or quotient (ratio) is bounded.</summary>
internal sealed record AreaRule(bool IsRatio, string[] First, string[] Second, decimal? Minimum, decimal? Maximum)
{
    public bool Accepts(decimal first, decimal second)
    {
        decimal value = IsRatio ? (second == 0 ? decimal.MaxValue : first / second) : first * second;
        return !(value < Minimum) && !(value > Maximum);
    }
}
