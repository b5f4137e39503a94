using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Emit;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator;

/// <summary>Turns model cards into typed request APIs.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelCardGenerator : IIncrementalGenerator
{
    private static readonly System.Text.Encoding Utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Sets up one pipeline per file, so that editing one card costs that card alone.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<string> @namespace = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider.Select((compilation, _) => compilation.AssemblyName ?? "Generated"))
            .Select((pair, _) => ProjectNames.Namespace(pair.Left.GlobalOptions, pair.Right));
        IncrementalValuesProvider<CardFile> files = context.AdditionalTextsProvider.Where(CardFile.IsSchema).Select(CardFile.Read)
            .WithTrackingName(TrackingNames.Files);

        // Cards may refer to shared definitions and to nothing else, so these few files are the only ones collected.
        IncrementalValueProvider<SharedDefinitions> shared = files.Where(file => file.IsShared).Collect()
            .Select((list, _) => SharedDefinitions.Of(list)).WithTrackingName(TrackingNames.Shared);

        IncrementalValuesProvider<Result<RequestSpec>> cards = files.Where(file => !file.IsShared)
            .Combine(shared).Combine(@namespace)
            .Select((input, _) => ModelCardParser.ParseCard(input.Left.Left, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.Cards);
        IncrementalValuesProvider<Result<SharedSpec>> definitions = shared.SelectMany((list, _) => list.Files)
            .Combine(shared).Combine(@namespace)
            .Select((input, _) => ModelCardParser.ParseShared(input.Left.Left, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.Definitions);

        // Two files that make one C# type: a tiny branch over names alone finds them, and is equal after nearly every edit.
        IncrementalValueProvider<NameCollisions> collisions = cards.Select((card, _) => NameClaims.Of(card)).Collect()
            .Combine(definitions.Select((file, _) => NameClaims.Of(file)).Collect())
            .Select((claims, _) => NameCollisions.Among(claims.Left.Concat(claims.Right))).WithTrackingName(TrackingNames.Collisions);

        // Specs and diagnostics go separate ways: a moved position must not emit code anew.
        IncrementalValuesProvider<RequestSpec> specs = cards.Combine(collisions)
            .SelectMany((pair, _) => Some(pair.Right.Keep(pair.Left))).WithTrackingName(TrackingNames.Specs);
        IncrementalValuesProvider<SharedSpec> sharedSpecs = definitions.Combine(collisions)
            .SelectMany((pair, _) => Some(pair.Right.Keep(pair.Left)));
        context.RegisterSourceOutput(specs, (output, spec) => Add(output, SourceEmitter.Emit(spec)));
        context.RegisterSourceOutput(sharedSpecs, (output, spec) => Add(output, SourceEmitter.Emit(spec)));
        context.RegisterSourceOutput(cards.Select((result, _) => result.Diagnostics).WithTrackingName(TrackingNames.Diagnostics), Report);
        context.RegisterSourceOutput(definitions.Select((result, _) => result.Diagnostics), Report);
        context.RegisterSourceOutput(collisions.Select((list, _) => list.Diagnostics), Report);

        // The list of all cards depends on their names alone.
        IncrementalValueProvider<(EquatableArray<string> Names, string Namespace)> catalog = specs.Select((spec, _) => spec.Name).Collect()
            .Combine(@namespace)
            .Select((pair, _) => (pair.Left.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(), pair.Right))
            .WithTrackingName(TrackingNames.Catalog);
        context.RegisterSourceOutput(catalog, (output, list) =>
        {
            if (list.Names.Count > 0)
                Add(output, [SourceEmitter.EmitCatalog(list.Namespace, ProjectNames.CatalogOf(list.Namespace), list.Names)]);
        });
    }

    private static T[] Some<T>(T? spec)
        where T : class => spec is null ? [] : [spec];

    private static void Add(SourceProductionContext output, IEnumerable<SourceFile> sources)
    {
        foreach (SourceFile source in sources)
            output.AddSource(source.HintName, SourceText.From(source.Text, Utf8));
    }

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
