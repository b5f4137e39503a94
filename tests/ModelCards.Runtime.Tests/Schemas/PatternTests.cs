using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Schemas;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary>Patterns mean what ECMAScript means by them, with the flag <c>u</c>, as JSON Schema validators read them.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("^a$", "a")]
    [InlineData("^\\d+$", "0123456789")]
    [InlineData("^\\w+$", "Az09_")]
    [InlineData("^[\\w-]+$", "a-b")]
    [InlineData("^[\\w-.]+$", "a-b.c")]
    [InlineData("^[.-\\w]+$", "a-b.c")]
    [InlineData("^[^\\d]$", "x")]
    [InlineData("^[\\D]$", "x")]
    [InlineData("^\\D$", "٣")]
    [InlineData("^\\W$", "é")]
    [InlineData("^[\\W]$", "é")]
    [InlineData("^\\s$", "\uFEFF")]
    [InlineData("^\\S$", "\u0085")]
    [InlineData("^\\s$", "\u00A0")]
    [InlineData("^.$", "\u0085")]
    [InlineData("^[^x]$", "\n")]
    [InlineData("^[a-z]+:\\d+@\\d+$", "civitai:132942@146296")]
    [InlineData("^(civitai|runware):\\d+@\\d+$", "runware:101@1")]
    [InlineData("b", "abc")]
    [InlineData("^[[]$", "[")]
    [InlineData("^[$.]$", "$")]
    [InlineData("^\\$\\.$", "$.")]
    [InlineData("^a\\/b\\-c$", "a/b-c")]
    [InlineData("^#[0-9a-fA-F]{6}$", "#00ffAA")]
    [InlineData("^ # $", " # ")]
    [InlineData("^[^]$", "x")]
    [InlineData("(?=.*x)(?!.*y)^a", "ax")]
    [InlineData("\\bfoo\\b", "a foo b")]
    [InlineData("\\bfoo\\b", "éfoo!")]
    [InlineData("^a\\B", "ab")]
    [InlineData("^[\\b]$", "\b")]
    public void TextsThatMatch(string pattern, string text) => Judged.Accepts(Schema(pattern), JsonSerializer.Serialize(text));

    [Theory]
    [InlineData("^a$", "a\n")]
    [InlineData("^a$", "\na")]
    [InlineData("^a$", "b\na\nb")]
    [InlineData("^\\d$", "٣")]
    [InlineData("^[\\d]$", "٣")]
    [InlineData("^[^\\D]$", "٣")]
    [InlineData("^\\w$", "é")]
    [InlineData("^[\\w]$", "é")]
    [InlineData("^\\w$", "漢")]
    [InlineData("^\\s$", "\u0085")]
    [InlineData("^\\S$", "\uFEFF")]
    [InlineData("^.$", "\n")]
    [InlineData("^.$", "\r")]
    [InlineData("^.$", "\u2028")]
    [InlineData("^.$", "")]
    [InlineData("^[]$", "x")]
    [InlineData("A", "a")]
    [InlineData("i", "\u0130")]
    [InlineData("^[\\w-.]$", "/")]
    [InlineData("^[.-\\w]$", "/")]
    [InlineData("\\bfoo\\b", "_foo")]
    [InlineData("(?!.*y)^a", "ay")]
    public void TextsThatDoNotMatch(string pattern, string text) => Judged.Refuses("pattern", Schema(pattern), JsonSerializer.Serialize(text));

    [Theory]
    [InlineData("^.$", "😀")]
    [InlineData("^.{3}$", "a😀b")]
    [InlineData("^[^x]$", "😀")]
    [InlineData("^[^x]{2}$", "😀😀")]
    [InlineData("^\\S$", "😀")]
    [InlineData("^\\W\\D$", "😀😀")]
    [InlineData("^[\\s\\S]{2,3}$", "😀😀😀")]
    [InlineData("^😀+$", "😀😀")]
    [InlineData("^(?:😀|b){2}$", "😀b")]
    public void ACharacterBeyondTheBasicPlaneIsOneCharacter(string pattern, string text) => Judged.Accepts(Schema(pattern), JsonSerializer.Serialize(text));

    [Theory]
    [InlineData("^..$", "😀")]
    [InlineData("^[^x]{2}$", "😀")]
    [InlineData("^\\S{2}$", "😀")]
    [InlineData("^[\\s\\S]{2}$", "😀")]
    [InlineData("^\\w$", "😀")]
    [InlineData("^[a-z]$", "😀")]
    [InlineData("^[^\\S]$", "😀")]
    [InlineData("^.{1,2}$", "😀😀😀")]
    public void NoHalfOfACharacterIsOne(string pattern, string text) => Judged.Refuses("pattern", Schema(pattern), JsonSerializer.Serialize(text));

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)*$")]
    [InlineData("^(.*a){20}$")]
    public void APatternThatAsksForBacktrackingIsMatchedInOnePass(string pattern)
    {
        var compiled = new EcmaPattern(pattern);

        Assert.False(compiled.IsMatch(new string('a', 20_000) + "!"));
    }

    [Theory]
    [InlineData("^(?=a)(a+)+$")]
    [InlineData("^(?:a|aa)+(?!b)$")]
    [InlineData("(?=a).*a.*b")]
    [InlineData("^(?=a).*a.*b.*c$")]
    [InlineData("^(?:a?){500}(?:a){2000}$")]
    [InlineData("^(a|b)\\1$")]
    [InlineData("^(?<n>a)\\k<n>$")]
    public void APatternThatCouldTakeTimeWithoutEndIsRefused(string pattern) =>
        Assert.EndsWith("time without end", Assert.Throws<FormatException>(() => new EcmaPattern(pattern)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("^(?!.*forbidden).+$", "a lighthouse", true)]
    [InlineData("^(?!.*forbidden).+$", "a forbidden lighthouse", false)]
    [InlineData("^[a-z ]{1,3000}$", "a lighthouse", true)]
    [InlineData("^.{2,3000}$", "😀", false)]
    [InlineData("^.{2,3000}$", "😀😀", true)]
    public void LookAroundAndLargeCountsAreMatchedWhereTryingStaysCheap(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new EcmaPattern(pattern).IsMatch(text));

    [Fact]
    public void TheSourceIsKeptAsTheCardWritesIt() => Assert.Equal("^.\\d$", new EcmaPattern("^.\\d$").Source);

    private static string Schema(string pattern) => $$"""{"pattern": {{JsonSerializer.Serialize(pattern)}} }""";
}
