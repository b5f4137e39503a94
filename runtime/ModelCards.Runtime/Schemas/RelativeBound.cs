namespace ModelCards.Schemas;

/// <summary>A bound that another value of the same request sets: <c>x-minimum</c> and its kin.</summary>
/// <param name="Keyword">The keyword, such as <c>x-exclusiveMinimum</c>.</param>
/// <param name="Pointer">Relative JSON pointer, or one from the request when it starts with a slash.</param>
internal sealed record RelativeBound(string Keyword, string Pointer)
{
    /// <summary>Levels to go up; -1 starts at the request.</summary>
    public int Up { get; } = Pointer.StartsWith('/') ? -1 : int.Parse(Pointer.AsSpan(0, DigitsOf(Pointer)), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Members to go down from there, a table of one name each.</summary>
    public MemberTable[] Down { get; } = Array.ConvertAll(
        Pointer[(DigitsOf(Pointer) + 1)..].Split('/'),
        step => new MemberTable([step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)], []));

    public string OtherName => Down[^1].Names[0];

    public bool Holds(int comparison) => Keyword switch
    {
        "x-minimum" => comparison >= 0,
        "x-exclusiveMinimum" => comparison > 0,
        "x-maximum" => comparison <= 0,
        _ => comparison < 0,
    };

    public string Relation => Keyword switch
    {
        "x-minimum" => "at least",
        "x-exclusiveMinimum" => "greater than",
        "x-maximum" => "at most",
        _ => "less than",
    };

    private static int DigitsOf(string pointer)
    {
        int end = 0;
        while (end < pointer.Length && char.IsAsciiDigit(pointer[end]))
            end++;
        return end;
    }
}
