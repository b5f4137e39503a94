using System.Buffers;
using System.Text;
using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Writing;

/// <summary>How a request stands in the caller's JSON.</summary>
public sealed class LayoutTests
{
    private static readonly StudioRequest Request = JsonSerializer.Deserialize<StudioRequest>(
        """{"positivePrompt":"ab","lora":[{"model":"a","weight":0.50},{}],"tags":[],"settings":{"x":[1,{}]},"new":null}""")!;

    [Fact]
    public void MembersStandInCardOrderWithoutSpaces() => Assert.Equal(
        """{"positivePrompt":"ab","lora":[{"model":"a","weight":0.50},{}],"tags":[],"settings":{"x":[1,{}]},"new":null}""",
        Written.Text(Request));

    [Fact]
    public void IndentationIsThatOfTheWriter()
    {
        Assert.Equal(
            """
            {
              "positivePrompt": "ab",
              "lora": [
                {
                  "model": "a",
                  "weight": 0.50
                },
                {}
              ],
              "tags": [],
              "settings": {
                "x": [
                  1,
                  {}
                ]
              },
              "new": null
            }
            """,
            Written.Text(Request, new JsonWriterOptions { Indented = true, NewLine = "\n" }));
        Assert.StartsWith("{\r\n\t\t\t\"positivePrompt\"", Written.Text(Request, new JsonWriterOptions { Indented = true, IndentCharacter = '\t', IndentSize = 3, NewLine = "\r\n" }), StringComparison.Ordinal);
    }

    [Fact]
    public void ARequestStandsWhereverTheWriterIs()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(1);
            Request.WriteTo(writer);
            writer.WriteStartObject();
            writer.WritePropertyName("request");
            Request.WriteTo(writer);
            writer.WriteEndObject();
            Request.WriteTo(writer);
            writer.WriteEndArray();
        }

        string one = Written.Text(Request);
        Assert.Equal($"[1,{one},{{\"request\":{one}}},{one}]", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void AWriterAtTheWrongPlaceIsToldSo()
    {
        using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
        writer.WriteStartObject();

        Assert.Throws<InvalidOperationException>(() => Request.WriteTo(writer));
        Assert.Throws<ArgumentNullException>(() => Request.WriteTo(null!));
    }

    [Fact]
    public void AnUnknownMemberMayBeDeepAlsoWhenIndented()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60));
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>($$"""{"settings":{{deep}} }""")!;

        Assert.Equal($$"""{"settings":{{deep}}}""", Written.Text(request));
        Assert.Equal(deep, JsonDocument.Parse(Written.Text(request, new JsonWriterOptions { Indented = true })).RootElement.GetProperty("settings").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void ALargeRequestIsWrittenWhole()
    {
        var request = new StudioRequest { PositivePrompt = new string('é', 100_000), Tags = [.. Enumerable.Range(0, 10_000).Select(number => $"tag{number}")] };

        StudioRequest read = JsonSerializer.Deserialize<StudioRequest>(Written.Text(request))!;

        Assert.Equal(request.PositivePrompt, read.PositivePrompt);
        Assert.Equal(request.Tags, read.Tags);
        Assert.Equal("""{"positivePrompt":"ab","lora":[{"model":"a","weight":0.50},{}],"tags":[],"settings":{"x":[1,{}]},"new":null}""", Written.Text(Request));
    }

    [Fact]
    public void AWritingThatFailsLeavesNoTraceOnTheNext()
    {
        var stream = new MemoryStream([1, 2, 3]);
        var broken = new StudioRequest { PositivePrompt = "ab", SeedImage = MediaInput.FromStream(stream) };
        stream.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Written.Text(broken));
        Assert.Equal(Written.Text(Request), Written.Text(Request));
    }
}
