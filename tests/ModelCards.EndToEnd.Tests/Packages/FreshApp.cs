namespace ModelCards.EndToEnd.Tests.Packages;

/// <summary>An app in an empty folder, with a package folder of its own.</summary>
internal sealed class FreshApp
{
    private readonly string _folder;

    public FreshApp(string folder, string name, string feed, string[] packages, string program)
    {
        _folder = folder;
        string references = string.Concat(packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"0.1.0\" />"));
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{Path.Combine(feed, "restored")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
        // The feed comes beside the sources of the machine, whatever they are.
        Write("nuget.config", $"""<configuration><packageSources><add key="modelcards" value="{feed}" /></packageSources></configuration>""");
        Write("Program.cs", program);
    }

    public void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));

    public string Run() => DotNet.Run(_folder, "run");

    public string Build(params string[] arguments) => DotNet.Run(_folder, ["build", "--no-incremental", .. arguments]);

    public string FailToBuild() => DotNet.Fail(_folder, "build");

    /// <summary>Applies the first fix of a diagnostic to the whole project.</summary>
    public string Fix(string id) => DotNet.Run(_folder, "format", "analyzers", "--diagnostics", id, "--severity", "error");
}
