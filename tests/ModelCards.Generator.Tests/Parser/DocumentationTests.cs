using ModelCards.Generator.Parser;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>Documentation out of what a card says.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("""{"minimum":1,"maximum":50}""", "From 1 to 50.")]
    [InlineData("""{"exclusiveMinimum":0,"maximum":1}""", "From above 0 to 1.")]
    [InlineData("""{"minimum":0,"exclusiveMaximum":1}""", "From 0 to below 1.")]
    [InlineData("""{"minimum":60}""", "At least 60.")]
    [InlineData("""{"exclusiveMaximum":9}""", "Below 9.")]
    [InlineData("""{"minimum":128,"maximum":2048,"multipleOf":16}""", "From 128 to 2048, a multiple of 16.")]
    [InlineData("""{"multipleOf":0.01}""", "A multiple of 0.01.")]
    [InlineData("""{"minLength":2,"maxLength":3000}""", "2 to 3000 characters.")]
    [InlineData("""{"minItems":1,"maxItems":1}""", "Exactly 1 item.")]
    [InlineData("""{"maxItems":4}""", "At most 4 items.")]
    [InlineData("""{"default":28}""", "The service takes 28 when it is not set.")]
    [InlineData("""{"default":"<JPG>"}""", "The service takes <c>&lt;JPG&gt;</c> when it is not set.")]
    [InlineData("""{"default":false}""", "The service takes false when it is not set.")]
    [InlineData("""{"default":[255,0]}""", "The service takes the card's default when it is not set.")]
    [InlineData(
        """{"type":"integer","x-exclusiveMinimum":"1/value","x-maximum":"/value"}""",
        "Greater than <c>value</c>. At most <c>value</c>.")]
    [InlineData("""{"x-order":"3"}""", "")]
    public void TheValueTagSaysWhatIsAllowed(string schema, string sentence)
    {
        string[] docs = [.. Parsing.Member(schema).Docs];

        Assert.Equal(sentence.Length == 0 ? [] : [$"<value>{sentence}</value>"], docs[1..]);
    }

    [Theory]
    [InlineData("**Bold** and `code`.", "Bold and <c>code</c>.")]
    [InlineData("__BLANK__ and a_b and * star.", "__BLANK__ and a_b and * star.")]
    [InlineData("See [the page](https://example.com/a?b=1) and ![picture](x.png).", "See the page and picture.")]
    [InlineData("Text. [Read full documentation](https://runware.ai/docs#steps)", "Text.")]
    [InlineData("> [!NOTE]\n> Only here.", "Only here.")]
    [InlineData("# Head\n\n- one\n- two", "Head one two")]
    [InlineData("Before\n```json\n{ \"a\": 1 }\n```\nafter", "Before after")]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    [InlineData("one `open", "one `open")]
    [InlineData("Lw\\`LoRA\\`", "Lw<c>LoRA</c>")]
    [InlineData("  \t\r\n ", "")]
    [InlineData("a\u2028b\u0000c\u0085d\uFFFFe", "a b c d e")]
    public void MarkdownBecomesSentences(string markdown, string text) =>
        Assert.Equal([$"<summary>{text}</summary>"], DocText.Summary(markdown));

    [Fact]
    public void LongTextIsBrokenBetweenWords()
    {
        string[] lines = [.. DocText.Summary(string.Concat(Enumerable.Repeat("words & more\u0001 ", 40)))];

        Assert.Equal("<summary>", lines[0]);
        Assert.Equal("</summary>", lines[^1]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 116));
        Assert.All(lines, line => Assert.Equal(line.Trim(), line));
        Assert.Equal(40, string.Join(' ', lines).Split("words &amp; more").Length - 1);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("\n ")]
    [InlineData("> ")]
    [InlineData("``` ```")]
    [InlineData("`")]
    [InlineData("**")]
    public void NoTextRunsIntoTheTimeLimit(string repeated)
    {
        string markdown = string.Concat(Enumerable.Repeat(repeated, 300_000 / repeated.Length)) + " end";

        // At the limit nothing is left of the text.
        Assert.EndsWith("end", Markdown.ToPlainText(markdown), StringComparison.Ordinal);
    }
}
