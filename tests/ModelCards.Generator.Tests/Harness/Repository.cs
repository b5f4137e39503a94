using System.Reflection;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>Files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string ProjectDirectory { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ProjectDirectory").Value!;

    public static string Root { get; } = Path.GetFullPath(Path.Combine(ProjectDirectory, "..", ".."));

    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>The five cards and what they share, with the paths that they refer to each other by.</summary>
    public static (string Path, string Text)[] Cards { get; } = Read("schemas");

    /// <summary>What the cards share, alone.</summary>
    public static (string Path, string Text)[] SharedDefinitions { get; } =
        [.. Cards.Where(file => file.Path.Contains("/common/", StringComparison.Ordinal))];

    /// <summary>Names of the pages of the rules that cards are held to.</summary>
    public static string[] RulePages => Pages("CARD00*.md");

    /// <summary>Names of the pages of the rules that code is held to.</summary>
    public static string[] UsagePages => Pages("CARD01*.md");

    /// <summary>Documents in the form that the service publishes.</summary>
    public static (string Path, string Text)[] PublishedDocuments { get; } = Read("tests/ModelCards.EndToEnd.Tests/schemas");

    private static string[] Pages(string pattern) =>
    [
        .. Directory.EnumerateFiles(At("generator/docs/rules"), pattern)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    private static (string Path, string Text)[] Read(string folder) =>
    [
        .. Directory.EnumerateFiles(At(folder), "*.schema.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => ("/project/schemas/" + Path.GetRelativePath(At(folder), path).Replace('\\', '/'), File.ReadAllText(path))),
    ];
}
