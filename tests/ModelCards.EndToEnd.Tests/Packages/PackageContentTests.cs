using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace ModelCards.EndToEnd.Tests.Packages;

/// <summary>What is in the packages, and what they ask for.</summary>
[Collection(nameof(LocalFeed))]
[Trait("Category", "Packages")]
public sealed class PackageContentTests(LocalFeed feed)
{
    private static readonly Version NewestRoslyn = new(4, 14, 0, 0);

    [Fact]
    public void TheGeneratorLoadsInEveryCompilerSince414()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PathOf("ModelCards.Generator"));
        using var content = new MemoryStream();
        using (Stream stream = package.GetEntry("analyzers/dotnet/cs/ModelCards.Generator.dll")!.Open())
            stream.CopyTo(content);
        content.Position = 0;
        using var file = new PEReader(content);
        MetadataReader metadata = file.GetMetadataReader();

        foreach (AssemblyReference reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
        {
            string name = metadata.GetString(reference.Name);
            bool isRoslyn = name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp";
            Assert.True(isRoslyn || name is "netstandard" || name.StartsWith("System.", StringComparison.Ordinal), $"references {name}, which no compiler brings");
            Assert.True(!isRoslyn || reference.Version <= NewestRoslyn, $"references {name} {reference.Version}");
        }
    }

    [Theory]
    [InlineData("ModelCards.Runtime")]
    [InlineData("ModelCards.Runware")]
    [InlineData("ModelCards.AspNetCore")]
    public void ALibraryComesWithItsDocumentationForBothFrameworks(string id) => Assert.Equal(
        [$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml"],
        FilesOf(id).Where(file => file.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ModelCards.Generator", "")]
    [InlineData("ModelCards.Runtime", "Microsoft.Extensions.Logging.Abstractions Polly.Core System.Net.ServerSentEvents")]
    [InlineData("ModelCards.Runware", "ModelCards.Runtime")]
    [InlineData("ModelCards.AspNetCore", "ModelCards.Runtime")]
    public void APackageDependsOnWhatItNeedsAndNoMore(string id, string dependencies) => Assert.Equal(
        dependencies,
        string.Join(' ', Nuspec(id).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Distinct()));

    [Theory]
    [InlineData("ModelCards.Generator")]
    [InlineData("ModelCards.Runtime")]
    [InlineData("ModelCards.Runware")]
    [InlineData("ModelCards.AspNetCore")]
    public void APackageSaysWhatItIs(string id)
    {
        Dictionary<string, string> values = Nuspec(id).Root!.Elements().Single().Elements()
            .Where(element => !element.HasElements).ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.Equal(id, values["id"]);
        Assert.Equal("MIT", values["license"]);
        Assert.Equal("README.md", values["readme"]);
        Assert.Contains("README.md", FilesOf(id));
        Assert.All(["authors", "description", "tags"], name => Assert.NotEmpty(values[name]));
    }

    private string[] FilesOf(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PathOf(id));
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    private XDocument Nuspec(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PathOf(id));
        using Stream stream = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream);
    }
}
