using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>What holds of the name of any text whatever.</summary>
public sealed class NamePropertyTests
{
    private static readonly Arbitrary<string> Texts = ArbMap.Default.ArbFor<string>().Generator
        .Select(text => text ?? "")
        .ToArbitrary();

    private static readonly Arbitrary<string[]> NearTexts = Gen
        .Elements("a", "A", "b", "-", "_", " ", "1", "9", "+", "é", "ß", "İ", "ǅ", "class", "CFG", "\u2028", "\"", "*/")
        .ArrayOf()
        .Select(string.Concat)
        .ArrayOf()
        .ToArbitrary();

    [Fact]
    public void AnyTextGivesALegalName() => Prop.ForAll(Texts, text => IsLegal(Words.Pascal(text))).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyTextGivesALegalParameter() =>
        Prop.ForAll(Texts, text => IsLegal(Words.Camel(Words.Pascal(text)).TrimStart('@'), orKeyword: true)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyListOfTextsGivesNamesThatAreLegalAndDistinct() => Prop.ForAll(NearTexts, texts =>
    {
        var names = new NameAllocator(NameAllocator.RequestMembers);
        string[] allocated = [.. texts.Select(text => names.Allocate(Words.Pascal(text)))];
        return allocated.All(name => IsLegal(name)) && allocated.Distinct(StringComparer.Ordinal).Count() == texts.Length
            && !allocated.Intersect(NameAllocator.RequestMembers).Any();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheNameIsTheSameInEveryCulture() => Prop.ForAll(NearTexts, texts =>
    {
        string[] here = [.. texts.Select(Words.Pascal)];
        return Culture.In("tr-TR", () => here.SequenceEqual(texts.Select(Words.Pascal)));
    }).QuickCheckThrowOnFailure();

    private static bool IsLegal(string name, bool orKeyword = false) =>
        SyntaxFacts.IsValidIdentifier(name) && name.Length <= 120 && (orKeyword || SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None);
}
