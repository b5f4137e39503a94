using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>The files of shared definitions: the only thing that one card may know of other files.</summary>
internal sealed record SharedDefinitions(EquatableArray<CardFile> Files)
{
    public static SharedDefinitions Of(System.Collections.Immutable.ImmutableArray<CardFile> files) =>
        new(files.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray());

    public CardFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);
}
