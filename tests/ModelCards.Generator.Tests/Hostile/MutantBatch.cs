using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelCards.Cards;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Hostile;

/// <summary>What went wrong with a card, and how: the kind is one of <see cref="MutantBatch"/>'s words.</summary>
public sealed record MutantFault(string Kind, string Path, string What);

/// <summary>What came of a batch: cards that code was made of, files with a planted text in them, how long each card took.</summary>
public sealed record MutantVerdict(int Accepted, int Planted, MutantFault[] Faults, (string Path, TimeSpan Time)[] Times);

/// <summary>Cards in one project: what the generator and the compiler make of them together, because that is quick.</summary>
public sealed record MutantBatch((string Path, string Text)[] Shared, (string Path, string Text)[] Cards)
{
    public const string Crash = "crash";
    public const string Thrown = "CS8785";
    public const string Drop = "silent drop";
    public const string NoCode = "code that does not compile";
    public const string Injection = "text that became code";
    public const string Unreadable = "table that the runtime cannot read";

    public MutantVerdict Judge()
    {
        GeneratorRun run = GeneratorHarness.Run([.. Shared, .. Cards]);
        if (run.Result.Exception is { } exception)
            return Cards.Length == 1 ? new(0, 0, [new(Thrown, Cards[0].Path, exception.ToString())], []) : JudgeHalves();
        var faults = new List<MutantFault>();
        faults.AddRange(run.Result.Diagnostics.Concat(CardAnalysis.DiagnosticsOf([.. Shared, .. Cards])).Where(IsCrash)
            .Select(crash => new MutantFault(Crash, PathOf(crash), crash.ToString())));
        RequestSpec[] accepted = [.. StepsOf(run, TrackingNames.Specs)
            .SelectMany(step => step.Outputs).Select(output => (RequestSpec)output.Value)
            .Where(spec => run.Sources.ContainsKey(spec.Name + "Request.g.cs"))];
        faults.AddRange(Drops(run, [.. accepted.Select(spec => spec.Slug)]));
        faults.AddRange(run.Compile().Select(problem => new MutantFault(NoCode, Cards[0].Path, problem)));
        string[] planted = [.. run.Sources.Where(source => HasPlanted(source.Value)).Select(source => source.Key)];
        faults.AddRange(planted.Where(hint => IsInjected(run.Sources[hint]))
            .Select(hint => new MutantFault(Injection, hint, run.Sources[hint])));
        foreach (RequestSpec spec in accepted)
        {
            if (WhyUnreadable(spec) is { } reason)
                faults.Add(new(Unreadable, spec.Slug, reason));
        }

        return new(accepted.Length, planted.Length, [.. faults], [.. StepsOf(run, TrackingNames.Cards).Select(TimeOf)]);
    }

    private static ImmutableArray<IncrementalGeneratorRunStep> StepsOf(GeneratorRun run, string name) =>
        run.Result.TrackedSteps.GetValueOrDefault(name, []);

    private static (string Path, TimeSpan Time) TimeOf(IncrementalGeneratorRunStep step) =>
        (((Result<RequestSpec>)step.Outputs.Single().Value).Path, step.ElapsedTime);

    private MutantVerdict JudgeHalves()
    {
        MutantVerdict[] halves = [.. Cards.Chunk((Cards.Length + 1) / 2).Select(half => (this with { Cards = half }).Judge())];
        return new(
            halves.Sum(half => half.Accepted),
            halves.Sum(half => half.Planted),
            [.. halves.SelectMany(half => half.Faults)],
            [.. halves.SelectMany(half => half.Times)]);
    }

    /// <summary>Cards that neither gave their request type nor were refused, in their own file or in one that they share.</summary>
    private IEnumerable<MutantFault> Drops(GeneratorRun run, HashSet<string> made)
    {
        var refused = run.Result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(PathOf).ToHashSet();
        if (Shared.Any(file => refused.Contains(file.Path)))
            yield break;
        foreach ((string path, string text) in Cards)
        {
            var file = new CardFile(path, text);
            if (!file.IsShared && !refused.Contains(path) && !made.Contains(file.Slug))
                yield return new(Drop, path, text);
        }
    }

    /// <summary>A defect of the generator, an analyzer that threw, or a diagnostic that leads nowhere.</summary>
    private static bool IsCrash(Diagnostic diagnostic) =>
        diagnostic.Id is "CARD0013" or "AD0001" || diagnostic.Location == Location.None;

    private static string PathOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().Path;

    /// <summary>Whether a planted text is anything but a literal or a comment.</summary>
    public static bool IsInjected(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        return root.DescendantTokens().Any(token => !IsLiteral(token) && HasPlanted(token.Text))
            || root.DescendantTrivia().Any(trivia => IsCode(trivia) && HasPlanted(trivia.ToFullString()));
    }

    private static bool HasPlanted(string text) => text.Contains(OddTexts.Planted, StringComparison.Ordinal);

    private static bool IsLiteral(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static bool IsCode(SyntaxTrivia trivia) =>
        trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.SkippedTokensTrivia);

    private static string? WhyUnreadable(RequestSpec spec)
    {
        try
        {
            ModelCard.FromSchema(spec.Slug, Encoding.UTF8.GetBytes(spec.Schema));
            return null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.ToString();
        }
    }
}
