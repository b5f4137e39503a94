namespace ModelCards.Generator.Specs;

/// <summary>How a member is kept and set, which decides the shape of its property and of its builder methods.</summary>
internal enum MemberKind
{
    Constant,
    Value,
    Reference,
    Object,
    List,
    ObjectList,
}

/// <summary>One parameter, as the templates print it: everything is C# already.</summary>
internal sealed record MemberSpec
{
    public required string JsonName { get; init; }

    public required string Name { get; init; }

    public required string ParameterName { get; init; }

    /// <summary>Name of one item, for <c>Add</c> methods of lists.</summary>
    public required string ItemName { get; init; }

    public required MemberKind Kind { get; init; }

    /// <summary>C# type of the value, or of an item of a list; without the question mark.</summary>
    public required string Type { get; init; }

    /// <summary>Name of the accessor in the kernel, such as <c>Int32</c>; null for a type of the card.</summary>
    public string? Access { get; init; }

    /// <summary>Expression of the member type in the layout.</summary>
    public required string Layout { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Literal of a value that the card fixes.</summary>
    public string? Constant { get; init; }

    /// <summary>Required members of the nested object, for builder methods that take them as arguments.</summary>
    public EquatableArray<ArgumentSpec> Arguments { get; init; }

    public required EquatableArray<string> Docs { get; init; }

    public required EquatableArray<string> Attributes { get; init; }
}

/// <summary>A parameter of a generated method.</summary>
internal sealed record ArgumentSpec(string Type, string Name);
