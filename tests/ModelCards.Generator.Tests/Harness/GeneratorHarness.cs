using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>A project with cards and maybe some C#, which the generator runs on as often as it is asked to.</summary>
internal sealed class GeneratorHarness
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(
                path =>
                    Path.GetFileName(path).StartsWith(
                        "System.",
                        StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "ModelCards.Runtime.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<string, AdditionalText> _files = new(StringComparer.Ordinal);
    private readonly CSharpParseOptions _parseOptions;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public GeneratorHarness(LanguageVersion version = LanguageVersion.CSharp12, params (string Name, string Value)[] properties)
    {
        _parseOptions = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        _compilation = CSharpCompilation.Create("Demo", [], References, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));
        _driver = CSharpGeneratorDriver.Create(
            [new ModelCardGenerator().AsSourceGenerator()],
            [],
            _parseOptions,
            new MemoryOptions(properties),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Adds a file or replaces the one at its path.</summary>
    public GeneratorHarness With(string path, string text)
    {
        var file = new MemoryText(path, text);
        _driver = _files.TryGetValue(path, out AdditionalText? old)
            ? _driver.ReplaceAdditionalText(old, file)
            : _driver.AddAdditionalTexts([file]);
        _files[path] = file;
        return this;
    }

    public GeneratorHarness With(IEnumerable<(string Path, string Text)> files)
    {
        foreach ((string path, string text) in files)
            With(path, text);
        return this;
    }

    public GeneratorHarness Without(string path)
    {
        _files.Remove(path, out AdditionalText? file);
        _driver = _driver.RemoveAdditionalTexts([file!]);
        return this;
    }

    public GeneratorHarness WithCode(string code)
    {
        _compilation = _compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, _parseOptions, "Program.cs"));
        return this;
    }

    public GeneratorRun Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        return new GeneratorRun(_driver.GetRunResult(), _compilation, _parseOptions);
    }

    /// <summary>Runs the generator once over some cards.</summary>
    public static GeneratorRun Run(params (string Path, string Text)[] cards) => new GeneratorHarness().With(cards).Run();

    /// <summary>Runs the generator once over one card.</summary>
    public static GeneratorRun Run(string card) => Run((DefaultPath, card));

    public const string DefaultPath = "/project/schemas/demo.schema.json";
}
