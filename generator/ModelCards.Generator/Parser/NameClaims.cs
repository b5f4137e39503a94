using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>The C# types that one file makes.</summary>
internal sealed record NameClaims(string Path, bool IsShared, EquatableArray<string> Types)
{
    public static NameClaims Of(Result<RequestSpec> card) => new(
        card.Path,
        IsShared: false,
        card.Value is { } spec ? Of(spec.Types, spec.Name + "Request", spec.Name + "RequestBuilder") : default);

    public static NameClaims Of(Result<SharedSpec> shared) =>
        new(shared.Path, IsShared: true, shared.Value is { } spec ? Of(spec.Types, spec.Name + ".Shared") : default);

    private static EquatableArray<string> Of(IEnumerable<TypeSpec> types, params string[] own) =>
        own.Concat(types.SelectMany(type => TypeNames.CompanionsOf(type.Name))).ToEquatableArray();
}
