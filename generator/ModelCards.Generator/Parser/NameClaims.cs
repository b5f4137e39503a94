using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>The C# types that one file makes.</summary>
internal sealed record NameClaims(string Path, EquatableArray<string> Types)
{
    public static NameClaims Of(Result<RequestSpec> card) =>
        new(card.Path, card.Value is { } spec ? Of(spec.Types, spec.Name + "Request", spec.Name + "RequestBuilder") : default);

    public static NameClaims Of(Result<SharedSpec> shared) =>
        new(shared.Path, shared.Value is { } spec ? Of(spec.Types, spec.Name + ".Shared") : default);

    private static EquatableArray<string> Of(IEnumerable<TypeSpec> types, params string[] own) =>
        own.Concat(types.SelectMany(type => TypeNames.CompanionsOf(type.Name))).ToEquatableArray();
}

/// <summary>Files that lose a name to an earlier one: they make no code, so that the others still do.</summary>
internal sealed record NameCollisions(EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static NameCollisions Among(IEnumerable<NameClaims> claims)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var diagnostics = new List<DiagnosticInfo>();
        foreach (NameClaims claim in claims.OrderBy(claim => claim.Path, StringComparer.Ordinal))
        {
            string? taken = claim.Types.FirstOrDefault(owners.ContainsKey);
            if (taken is null)
            {
                foreach (string type in claim.Types)
                    owners[type] = claim.Path;
                continue;
            }

            diagnostics.Add(new DiagnosticInfo(
                DiagnosticDescriptors.NameCollision,
                new LocationInfo(claim.Path, default, default(LinePositionSpan)),
                new EquatableArray<string>([FileName(owners[taken]), FileName(claim.Path), taken])));
        }

        return new NameCollisions(diagnostics.ToEquatableArray());
    }

    public bool Rejects(string path) => Diagnostics.Any(diagnostic => diagnostic.Location.Path == path);

    /// <summary>The file and its folder: paths of the machine stay out of messages.</summary>
    private static string FileName(string path) => string.Join("/", path.Split('/').Skip(Math.Max(0, path.Split('/').Length - 2)));
}
