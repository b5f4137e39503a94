using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelCards.Generator.Analyzers;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>The analyzer of card files, run as the compiler runs it.</summary>
internal static class CardAnalysis
{
    /// <summary>What it reports, in the order of the places.</summary>
    public static IReadOnlyList<string> Of(params (string Path, string Text)[] files) =>
        [.. DiagnosticsOf(files).Select(GeneratorRun.Describe).Order(StringComparer.Ordinal)];

    /// <summary>What it reports; an analyzer that threw would be among it.</summary>
    public static ImmutableArray<Diagnostic> DiagnosticsOf(params (string Path, string Text)[] files)
    {
        ImmutableArray<AdditionalText> texts = [.. files.Select(file => new MemoryText(file.Path, file.Text))];
        return CSharpCompilation.Create("Demo")
            .WithAnalyzers([new CardAnalyzer()], new AnalyzerOptions(texts))
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();
    }
}
