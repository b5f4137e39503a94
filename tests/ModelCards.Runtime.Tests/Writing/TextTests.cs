using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FsCheck;
using FsCheck.Fluent;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Writing;

public sealed class TextTests
{
    private static readonly JavaScriptEncoder[] Encoders =
    [
        JavaScriptEncoder.Default,
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        JavaScriptEncoder.Create(UnicodeRanges.All),
        JavaScriptEncoder.Create(UnicodeRanges.Cyrillic),
    ];

    private static readonly Gen<(string Text, JavaScriptEncoder Encoder)> Any =
        Drawn.Text.Or(Drawn.BrokenText).Zip(Gen.Elements(Encoders), (text, encoder) => (text, encoder));

    [Fact]
    public void ATextIsWrittenAsTheGeneralWriterWritesIt() => ForAll.Values(
        Any,
        pair => AssertSame(pair.Text, pair.Encoder),
        tests: 5000);

    [Fact]
    public void ATextOfAnyLengthIsWritten() => ForAll.Values(
        Any.Zip(Gen.Choose(1, 10_000)),
        pair =>
        {
            ((string text, JavaScriptEncoder encoder), int length) = pair;
            AssertSame(Repeat(text + "x", length), encoder);
        },
        tests: 200);

    [Fact]
    public void AFewTextsByName()
    {
        string[] texts = ["", "\"", "\\", "/", "\0", "\u001F", "\u007F", "\u2028\u2029", "<script>&'+`", "漢字", "😀", "\uFFFE\uFFFF", "\r\n\t\b\f", new('"', 600), new('é', 600)];
        foreach (string text in texts)
        {
            foreach (JavaScriptEncoder encoder in Encoders)
                AssertSame(text, encoder);
        }
    }

    [Fact]
    public void APairThatStraddlesTheBufferIsKeptWhole()
    {
        for (int before = 500; before < 520; before++)
        {
            AssertSame(new string('é', before) + "😀😀😀", JavaScriptEncoder.Create(UnicodeRanges.All));
            AssertSame(new string('a', before) + "\"😀漢", JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        }
    }

    [Fact]
    public void WhatIsWrittenIsReadBack() => ForAll.Values(
        Drawn.Text,
        text => Assert.Equal(text, JsonSerializer.Deserialize<StudioRequest>(Written.Text(new StudioRequest { PositivePrompt = text }))!.PositivePrompt),
        tests: 2000);

    [Fact]
    public void NamesOfExtraMembersAreEscapedToo() => ForAll.Values(
        Drawn.Text.Where(text => text.Length > 0),
        text =>
        {
            StudioRequest request = StudioBuilder.Create("ab").WithExtra("x" + text, JsonValue.Create(text)).BuildUnchecked();
            using JsonDocument document = JsonDocument.Parse(Written.Text(request));
            Assert.Equal(text, document.RootElement.GetProperty("x" + text).GetString());
        },
        tests: 500);

    private static void AssertSame(string text, JavaScriptEncoder encoder)
    {
        string ours = Written.Member(new StudioRequest { PositivePrompt = text }, "positivePrompt", encoder);
        Assert.Equal(Decode(General(text, encoder)), Decode(ours));
        // Nothing that the encoder keeps out may come through, such as a tag in a page.
        Assert.Equal(-1, FirstToEscape(ours[1..^1].Replace("\\", "", StringComparison.Ordinal), encoder));
    }

    private static string Decode(string json) => JsonSerializer.Deserialize<string>(json)!;

    private static int FirstToEscape(string text, JavaScriptEncoder encoder) =>
        // A custom encoder may keep out letters too; ours are then shown as they are, which is the same JSON.
        encoder == Encoders[3] ? -1 : encoder.FindFirstCharacterToEncodeUtf8(Encoding.UTF8.GetBytes(text.Replace("\"", "", StringComparison.Ordinal)));

    private static string General(string text, JavaScriptEncoder encoder)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder }))
            writer.WriteStringValue(text);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];
}
