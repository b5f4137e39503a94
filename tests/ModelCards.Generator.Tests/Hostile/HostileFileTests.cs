using System.Diagnostics;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Hostile;

/// <summary>Files made to hang or crash a compiler.</summary>
public sealed class HostileFileTests
{
    public static TheoryData<string> Names => [.. Files.Keys];

    private static readonly Dictionary<string, Func<string>> Files = new()
    {
        ["empty"] = () => "",
        ["nothing but a byte order mark"] = () => "\uFEFF",
        ["a byte order mark before a card"] = () => "\uFEFF" + Parsing.Card("\"a\":{}"),
        ["nul characters"] = () => new string('\0', 1000),
        ["half a surrogate pair as it stands"] = () => Parsing.Card("\"a\ud800\":{}"),
        ["100 levels of arrays"] = () => new string('[', 100),
        ["a million brackets"] = () => new string('[', 1_000_000),
        ["5 MB of spaces"] = () => new string(' ', 5 * 1024 * 1024),
        ["5 MB card"] = () => Parsing.Card(string.Join(',', Enumerable.Range(0, 250_000).Select(i => $"\"p{i}\":{{}}"))),
        ["as many properties as fit"] = () => Parsing.Card(string.Join(',', Enumerable.Range(0, 70_000).Select(i => $"\"p{i}\":{{}}"))),
        ["many properties, all required"] = () => Required(1000),
        ["names that are all one in C#"] = () =>
            Parsing.Card(string.Join(',', Enumerable.Range(0x2500, 1000).Select(i => $"\"{(char)i}\":{{}}"))),
        ["values that are all one in C#"] = () =>
            Parsing.Card($"\"a\":{{\"enum\":[{string.Join(',', Enumerable.Range(0x2500, 4000).Select(i => $"\"{(char)i}\""))}]}}"),
        ["as many unknown keywords as fit"] = () =>
            Parsing.Card($"\"a\":{{{string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"k{i}\":1"))}}}"),
        ["as many notes as fit, twice"] = () => Notes(24_000),
        ["a long name"] = () => Parsing.Card($"\"{new string('n', 900_000)}\":{{}}"),
        ["a long description"] = () => Parsing.Card($"\"a\":{{\"description\":\"{string.Concat(Enumerable.Repeat("[a](", 200_000))}\"}}"),
        ["a deep pattern"] = () =>
            Parsing.Card($"\"a\":{{\"type\":\"string\",\"pattern\":\"{new string('(', 50_000)}{new string(')', 50_000)}\"}}"),
        ["nested unions"] = () => Unions(14, """{"type":"boolean"}"""),
        ["nested unions that fail"] = () => Unions(14, """{"type":"array"}"""),
        ["two circles through each other"] = () => """
            {
              "properties": { "a": { "$ref": "#/$defs/a" } },
              "$defs": {
                "a": { "allOf": [{ "$ref": "#/$defs/b" }, { "$ref": "#/$defs/a" }] },
                "b": { "not": { "$ref": "#/$defs/a" }, "if": { "$ref": "#/$defs/b" } }
              }
            }
            """,
        ["definitions that are no object"] = () => """{"$defs":null}""",
        ["half a file of definitions"] = () => """{"$defs":{"a":{"type":""",
        ["a name that is half a surrogate pair"] = () => """{"$defs":{},"\ud800":{}}""",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void TheAnswerIsCodeOrADiagnosticAndComesSoon(string name)
    {
        string text = Files[name]();
        var watch = Stopwatch.StartNew();
        GeneratorRun run = GeneratorHarness.Run(
            (GeneratorHarness.DefaultPath, text),
            ("/project/schemas/good.schema.json", Parsing.Card("\"steps\":{\"type\":\"integer\"}")));

        Assert.InRange(watch.ElapsedMilliseconds, 0, 10_000);
        Assert.Null(run.Result.Exception);
        Assert.Contains("GoodRequest.g.cs", run.Sources.Keys);
        Assert.True(run.Diagnostics.Count > 0 || run.Sources.ContainsKey("DemoRequest.g.cs"), name);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Contains("CARD0013", StringComparison.Ordinal));
        Assert.DoesNotContain(
            run.Compilation.SyntaxTrees.SelectMany(tree => tree.GetDiagnostics()),
            error => error.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void AFileThatIsTooLongIsNotCopied()
    {
        var file = new MemoryText(GeneratorHarness.DefaultPath, new string(' ', 20 * 1024 * 1024));
        file.GetText();
        long before = GC.GetAllocatedBytesForCurrentThread();
        CardFile read = CardFile.Read(file, CancellationToken.None);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        Assert.Equal((20 * 1024 * 1024, ""), (read.Length, read.Text));
    }

    [Fact]
    public void AFileThatTheHostCannotReadIsAnEmptyOne() =>
        Assert.Equal("", CardFile.Read(new UnreadableText(), CancellationToken.None).Text);

    private static string Required(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"\"p{i}\"")];
        return Parsing.Card(
            string.Join(',', names.Select(name => name + ":{}")),
            $", \"required\": [{string.Join(',', names)}], \"additionalProperties\": false");
    }

    private static string Notes(int count)
    {
        string notes = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"x-{i}\":1"));
        string others = notes.Replace("x-", "x-b", StringComparison.Ordinal);
        return Parsing.Card($$""" "a": { "$ref": "#/$defs/a", {{notes}} } """, $$""", "$defs": { "a": { {{others}} } } """);
    }

    private static string Unions(int levels, string last)
    {
        string schema = """{"type":"integer"}""";
        for (int i = 0; i < levels; i++)
            schema = $$"""{ "oneOf": [{ "type": "object", "properties": { "u": {{schema}} }, "required": ["u"] }, {{last}}] }""";
        return Parsing.Card($"\"a\": {schema}");
    }

    private sealed class UnreadableText : AdditionalText
    {
        public override string Path => GeneratorHarness.DefaultPath;

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }
}
