using System.Reflection;

namespace ModelCards.EndToEnd.Tests.Packages;

/// <summary>The packages, packed into a folder once for all tests of packages.</summary>
[CollectionDefinition(nameof(LocalFeed))]
public sealed class LocalFeed : IDisposable, ICollectionFixture<LocalFeed>
{
    private readonly string _root = Directory.CreateTempSubdirectory("modelcards-packages-").FullName;

    public LocalFeed()
    {
        string repository = typeof(LocalFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Repository").Value!;
        string[] projects = ["runtime/ModelCards.Runtime", "runtime/ModelCards.Runware", "runtime/ModelCards.AspNetCore", "generator/ModelCards.Generator"];
        foreach (string project in projects)
            DotNet.Run(repository, "pack", project, "-c", "Release", "-o", _root, $"-p:ArtifactsPath={Path.Combine(_root, "artifacts")}/");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    internal string PathOf(string package) => Directory.GetFiles(_root, package + ".*.nupkg").Single();

    internal FreshApp NewApp(string name, string[] packages, string program) => new(Path.Combine(_root, "apps", name), name, _root, packages, program);
}
