using System.Text;
using Microsoft.CodeAnalysis;
using ModelCards.Cards;
using ModelCards.Generator.Emit;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Emit;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Hostile;

/// <summary>
/// A few thousand spoilt cards: each gives code without syntax errors that the runtime can read, or a diagnostic, and
/// never a defect of ours. A failure names the seed.
/// </summary>
public sealed class MutationTests
{
    private const int Mutants = 2000;
    private const int Compiled = 40;

    private static readonly (string Path, string Text) Shared = SnapshotCards.All["Everything"][0];
    private static readonly (string Path, string Text) Card = SnapshotCards.All["Everything"][1];

    [Fact]
    public void ASpoiltCardGivesCodeOrADiagnostic() => Judge(seed => (new CardMutator(seed).Mutate(Card.Text), Shared.Text));

    [Fact]
    public void ASpoiltFileOfDefinitionsGivesCodeOrADiagnostic() => Judge(seed => (Card.Text, new CardMutator(seed).Mutate(Shared.Text)));

    [Fact]
    public void CodeOfSpoiltFilesCompiles()
    {
        int compiled = 0;
        for (int seed = 100_000; compiled < Compiled; seed++)
        {
            GeneratorRun run = GeneratorHarness.Run(
                (Shared.Path, new CardMutator(seed).Mutate(Shared.Text)),
                (Card.Path, new CardMutator(-seed).Mutate(Card.Text)));
            Assert.True(run.Result.Exception is null, $"seed {seed}: {run.Result.Exception}");
            if (run.Sources.Count < 3)
                continue;
            compiled++;
            string[] problems = [.. run.Compile()];
            Assert.True(problems.Length == 0, $"seed {seed}: {string.Join('\n', problems)}");
        }
    }

    private static void Judge(Func<int, (string Card, string Shared)> filesOf)
    {
        int accepted = 0;
        Parallel.For(0, Mutants, seed =>
        {
            (string card, string shared) = filesOf(seed);
            if (Judge(seed, new CardFile(Card.Path, card), new CardFile(Shared.Path, shared)))
                Interlocked.Increment(ref accepted);
        });
        Assert.InRange(accepted, Mutants / 50, Mutants - (Mutants / 50));
    }

    private static bool Judge(int seed, CardFile card, CardFile shared)
    {
        var definitions = new SharedDefinitions(new EquatableArray<CardFile>(shared.IsShared ? [shared] : []));
        Result<RequestSpec> result = ModelCardParser.ParseCard(card, definitions, "Demo");
        Result<SharedSpec> sharedResult = ModelCardParser.ParseShared(
            shared.IsShared ? shared : new CardFile(shared.Path, Shared.Text),
            definitions,
            "Demo");
        foreach (DiagnosticInfo diagnostic in result.Diagnostics.Concat(sharedResult.Diagnostics))
            Assert.True(
                diagnostic.Descriptor.Id != "CARD0013" && diagnostic.ToDiagnostic().Location != Location.None,
                $"seed {seed}: {diagnostic}\n{card.Text}\n{shared.Text}");
        if (result.Value is null)
            Assert.True(
                result.Diagnostics.Count + sharedResult.Diagnostics.Count > 0,
                $"seed {seed}: neither code nor a diagnostic\n{card.Text}\n{shared.Text}");
        IEnumerable<SourceFile> sources = (result.Value is { } spec ? SourceEmitter.Emit(spec) : []).Concat(
            sharedResult.Value is { } types ? SourceEmitter.Emit(types) : []);
        foreach (SourceFile source in sources)
        {
            Diagnostic? error = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(source.Text).GetDiagnostics().FirstOrDefault();
            Assert.True(error is null, $"seed {seed}: {source.HintName}: {error}\n{card.Text}");
        }

        return result.Value is { } accepted && CanBeRead(seed, accepted);
    }

    private static bool CanBeRead(int seed, RequestSpec spec)
    {
        Exception? error = Record.Exception(() => ModelCard.FromSchema(spec.Slug, Encoding.UTF8.GetBytes(spec.Schema)));
        Assert.True(error is null, $"seed {seed}: the runtime cannot read what we accepted: {error}\n{spec.Schema}");
        return true;
    }
}
