namespace ModelCards.Generator.Specs;

/// <summary>All that the emitter needs to know of one card. Equal specs give equal code, so nothing else may be in it.</summary>
internal sealed record RequestSpec
{
    public required string Namespace { get; init; }

    /// <summary>C# name of the card, such as <c>Flux1DevSrpo</c>.</summary>
    public required string Name { get; init; }

    public required string Slug { get; init; }

    public required EquatableArray<string> Docs { get; init; }

    public required string ResultType { get; init; }

    /// <summary>The schema with references resolved, as the runtime reads it.</summary>
    public required string Schema { get; init; }

    public required EquatableArray<MemberSpec> Members { get; init; }

    /// <summary>Attributes of what starts a request, where the card says that the model comes or goes.</summary>
    public required EquatableArray<string> Marks { get; init; }

    /// <summary>Rules between members, for analyzers.</summary>
    public required EquatableArray<string> Rules { get; init; }

    public required EquatableArray<TypeSpec> Types { get; init; }
}

/// <summary>The types of one file of shared definitions.</summary>
internal sealed record SharedSpec
{
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required EquatableArray<TypeSpec> Types { get; init; }
}
