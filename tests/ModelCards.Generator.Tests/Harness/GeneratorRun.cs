using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>What one run of the generator gave.</summary>
internal sealed class GeneratorRun(GeneratorDriverRunResult result, CSharpCompilation compilation, CSharpParseOptions parseOptions)
{
    public GeneratorRunResult Result { get; } = result.Results.Single();

    /// <summary>Emitted files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources => field ??= Result.GeneratedSources
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Diagnostics in the order of their places, as <c>file(line,column)-(line,column) id: message</c>.</summary>
    public IReadOnlyList<string> Diagnostics => field ??= [.. Result.Diagnostics.Select(Describe).Order(StringComparer.Ordinal)];

    /// <summary>Warnings and errors of the compiler, which also reads the documentation.</summary>
    public IReadOnlyList<string> Compile() =>
    [
        .. Compilation.GetDiagnostics().Where(
            diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()),
    ];

    public CSharpCompilation Compilation => compilation.AddSyntaxTrees(
        Result.GeneratedSources.Select(source => CSharpSyntaxTree.ParseText(source.SourceText, parseOptions, source.HintName)));

    /// <summary>Why each output of a step is what it is: Cached, Unchanged, Modified, New or Removed.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? [.. steps.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            : [];

    public static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        (LinePosition from, LinePosition to) = (place.StartLinePosition, place.EndLinePosition);
        string file = place.Path.Replace("/project/schemas/", "", StringComparison.Ordinal);
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return $"{file}({from.Line + 1},{from.Character + 1})-({to.Line + 1},{to.Character + 1}) {diagnostic.Id}: {message}";
    }
}
