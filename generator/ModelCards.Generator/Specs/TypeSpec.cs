namespace ModelCards.Generator.Specs;

/// <summary>A type that goes with a card: a nested object, an enum or a union.</summary>
internal abstract record TypeSpec
{
    public required string Name { get; init; }

    public required EquatableArray<string> Docs { get; init; }
}

/// <summary>A nested object.</summary>
internal sealed record ObjectSpec : TypeSpec
{
    public required EquatableArray<MemberSpec> Members { get; init; }

    /// <summary>Rules between members, for analyzers.</summary>
    public required EquatableArray<string> Rules { get; init; }
}

/// <summary>A closed set of texts or integers.</summary>
internal sealed record EnumSpec : TypeSpec
{
    /// <summary>Whether the one layout that uses it holds its values.</summary>
    public required bool IsInline { get; init; }

    public required EquatableArray<EnumMemberSpec> Members { get; init; }
}

/// <summary>One value of a closed set; the literal is the value on the wire.</summary>
internal sealed record EnumMemberSpec(string Name, string Literal, EquatableArray<string> Docs);

/// <summary>A value of one of several types.</summary>
internal sealed record UnionSpec : TypeSpec
{
    /// <summary>Whether it may also hold JSON null, which is something else than being absent.</summary>
    public required bool HasNull { get; init; }

    public required EquatableArray<UnionBranchSpec> Branches { get; init; }

    /// <summary>Values that the card names one by one.</summary>
    public required EquatableArray<UnionConstantSpec> Constants { get; init; }
}

/// <summary>One type that a union may hold, and the property that gives the value as that type.</summary>
internal sealed record UnionBranchSpec(string Name, string Type, string Layout, bool IsReference, bool IsList, EquatableArray<string> Attributes);

/// <summary>One value that a union may hold.</summary>
internal sealed record UnionConstantSpec(string Name, string Literal, string Layout, EquatableArray<string> Docs);
