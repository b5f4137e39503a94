using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>The parser alone, without Roslyn.</summary>
internal static class Parsing
{
    public static Result<RequestSpec> Parse(string card, params (string Path, string Text)[] shared) =>
        ModelCardParser.ParseCard(new CardFile(GeneratorHarness.DefaultPath, card), Shared(shared), "Demo");

    /// <summary>The spec of a card that nothing is wrong with.</summary>
    public static RequestSpec Spec(string card, params (string Path, string Text)[] shared)
    {
        Result<RequestSpec> result = Parse(card, shared);
        Assert.Empty(result.Diagnostics.Select(diagnostic => diagnostic.ToDiagnostic().ToString()));
        return result.Value!;
    }

    /// <summary>The spec of a card with these properties.</summary>
    public static RequestSpec SpecOf(string properties, params (string Path, string Text)[] shared) => Spec(Card(properties), shared);

    /// <summary>The member that a property of this schema becomes.</summary>
    public static MemberSpec Member(string schema) => SpecOf($"\"value\": {schema}").Members[0];

    public static string Card(string properties, string rest = "") => $$"""{"properties": { {{properties}} }{{rest}} }""";

    /// <summary>Reasons why a file is no card, as the generator reports them.</summary>
    public static string[] Reasons(string card, params (string Path, string Text)[] shared) =>
        [.. GeneratorHarness.Run([(GeneratorHarness.DefaultPath, card), .. shared]).Diagnostics];

    private static SharedDefinitions Shared((string Path, string Text)[] files) =>
        new(files.Select(file => new CardFile(file.Path, file.Text)).ToEquatableArray());
}
