using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Analyzers.Cards;

namespace ModelCards.Generator.Analyzers.Reading;

/// <summary>One member that code sets: by a builder method, by an argument, or in an initializer.</summary>
internal sealed record Setting
{
    public required MemberShape Member { get; init; }

    /// <summary>Where the member is named.</summary>
    public required Location Name { get; init; }

    /// <summary>What it is set to; null where that is a list of arguments or a nested object under construction.</summary>
    public IOperation? Value { get; init; }

    /// <summary>Items, where code lists them all.</summary>
    public IReadOnlyList<IOperation>? Items { get; init; }

    /// <summary>A nested object that is made here.</summary>
    public NestedObject? Nested { get; init; }

    /// <summary>Whether it adds to what was set before, instead of replacing it.</summary>
    public bool IsAddition { get; init; }

    /// <summary>Whether more items are added later, so that these are not all.</summary>
    public bool IsAddedTo { get; init; }

    /// <summary>Text to take away in order not to set the member: a call with its dot, or an assignment.</summary>
    public TextSpan? Removable { get; init; }

    /// <summary>Where the value stands; the name, where there is no value.</summary>
    public Location Place { get; init; } = Location.None;
}

/// <summary>An object that is made where it is set.</summary>
/// <param name="Shape">Its type.</param>
/// <param name="Settings">What is set, in the order of the code.</param>
/// <param name="IsWhole">Whether these are all: nothing else can have been set.</param>
internal sealed record NestedObject(ObjectShape Shape, IReadOnlyList<Setting> Settings, bool IsWhole);
