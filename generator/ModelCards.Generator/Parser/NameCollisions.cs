using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>A name that a file wanted and an earlier file has.</summary>
internal sealed record LostName(string Path, string Name);

/// <summary>Names that files lose to earlier ones: what is lost makes no code, so that the rest still does.</summary>
internal sealed record NameCollisions(EquatableArray<DiagnosticInfo> Diagnostics, EquatableArray<LostName> Lost)
{
    public static NameCollisions Among(IEnumerable<NameClaims> claims)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var diagnostics = new List<DiagnosticInfo>();
        var lost = new List<LostName>();
        foreach (NameClaims claim in claims.OrderBy(claim => claim.Path, StringComparer.Ordinal))
        {
            string[] taken = [.. claim.Types.Where(owners.ContainsKey)];
            lost.AddRange(taken.Select(name => new LostName(claim.Path, name)));
            if (taken.Length > 0)
                diagnostics.Add(Describe(claim.Path, owners[taken[0]], taken[0]));
            // A card that loses a name makes nothing at all; of definitions the others are made.
            if (taken.Length > 0 && !claim.IsShared)
                continue;
            foreach (string name in claim.Types.Except(taken))
                owners[name] = claim.Path;
        }

        return new NameCollisions(diagnostics.ToEquatableArray(), lost.ToEquatableArray());
    }

    /// <summary>A card that lost none of its names; null for any other.</summary>
    public RequestSpec? Keep(Result<RequestSpec> card) => Lost.Any(name => name.Path == card.Path) ? null : card.Value;

    /// <summary>What is left of a file of definitions.</summary>
    public SharedSpec? Keep(Result<SharedSpec> file)
    {
        var lost = new HashSet<string>(Lost.Where(name => name.Path == file.Path).Select(name => name.Name), StringComparer.Ordinal);
        if (lost.Count == 0 || file.Value is not { } spec)
            return file.Value;
        return lost.Contains(spec.Name + ".Shared")
            ? null
            : spec with { Types = spec.Types.Where(type => !TypeNames.CompanionsOf(type.Name).Any(lost.Contains)).ToEquatableArray() };
    }

    private static DiagnosticInfo Describe(string path, string owner, string name) => new(
        DiagnosticDescriptors.NameCollision,
        new LocationInfo(path, default, default),
        new EquatableArray<string>([FileName(owner), FileName(path), name]));

    /// <summary>The file and its folder: paths of the machine stay out of messages.</summary>
    private static string FileName(string path) => string.Join("/", path.Split('/').Skip(Math.Max(0, path.Split('/').Length - 2)));
}
