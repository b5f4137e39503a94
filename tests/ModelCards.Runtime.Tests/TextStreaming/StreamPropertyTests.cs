using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelCards.Errors;
using ModelCards.Runtime.Tests.Client;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.TextStreaming;
using Xunit;
using static ModelCards.Runtime.Tests.TextStreaming.TextService;

namespace ModelCards.Runtime.Tests.TextStreaming;

public sealed class StreamPropertyTests
{
    private static readonly string[] Texts = ["A", "", " light", "\n", "😀", "é", "\"\\", "data: ", "[DONE]", "\r\n\r\n", "\u2028"];

    private static readonly string[] Noise =
        ["data:", " ", "\n", "\r", "\n\n", ":", "{", "}", "[", "]", "\"", "\\ud800", "[DONE]", "null", "7", "\0", "\uFEFF", "event: x\n", "id: \0\n", "retry: 99999999999999999999\n",
         "{\"delta\":{\"text\":\"A\"}}", "{\"errors\":[{}]}", "{\"error\":1}", "{\"data\":7}", "{\"finishReason\":\"stop\"}", "{\"taskUUID\":\"x\"}", "{\"status\":\"error\"}"];

    /// <summary>However the bytes are cut, and whichever way lines end, the same chunks come.</summary>
    [Fact]
    public void AnyChunkingOfTheBytesAndAnyEndOfLineGivesTheSameEvents()
    {
        Gen<(string[] Texts, string End, int[] Cuts)> streams =
            from texts in Gen.Elements(Texts).NonEmptyListOf()
            from end in Gen.Elements("\n", "\r\n", "\r")
            from cuts in Gen.Choose(1, 40).ArrayOf()
            select (texts.ToArray(), end, cuts);

        ForAll.Values(streams, stream =>
        {
            string events = (string.Concat(stream.Texts.Select(Delta)) + ": ping\n\n" + Stop + Done).Replace("\n", stream.End, StringComparison.Ordinal);

            (List<TextChunk> chunks, StreamedText text, Exception? error) = Read(Encoding.UTF8.GetBytes(events), stream.Cuts);

            Assert.Null(error);
            Assert.Equal([.. stream.Texts, ""], chunks.Select(chunk => chunk.Text));
            Assert.Equal(string.Concat(stream.Texts), text.Result.Text);
        });
    }

    /// <summary>Whatever comes, reading ends: with chunks, or with the one type of error.</summary>
    [Fact]
    public void RandomGarbageNeitherHangsNorCrashes()
    {
        Gen<byte[]> bytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();
        Gen<byte[]> words = Gen.Elements(Noise).Select(Encoding.UTF8.GetBytes);
        Gen<byte[]> streams = Gen.Frequency((1, bytes), (9, words)).ListOf().Select(parts => parts.SelectMany(part => part).ToArray());

        int failed = 0;
        int ended = 0;
        ForAll.Values(
            from stream in streams
            from end in Gen.Elements("", "\n\n" + Stop + Done)
            from cuts in Gen.Choose(1, 40).ArrayOf()
            select (stream: (byte[])[.. stream, .. Encoding.UTF8.GetBytes(end)], cuts),
            drawn =>
            {
                (List<TextChunk> chunks, StreamedText text, Exception? error) = Read(drawn.stream, drawn.cuts);

                if (error is not null)
                    Assert.NotEmpty(Assert.IsType<RunwareException>(error).Errors);
                Assert.Equal(string.Concat(chunks.Select(chunk => chunk.Text)), text.Result.Text);
                (failed, ended) = error is null ? (failed, ended + 1) : (failed + 1, ended);
            },
            tests: 3000);
        Assert.True(failed > 100 && ended > 30, $"{failed} streams failed, {ended} ended well");
    }

    private static (List<TextChunk> Chunks, StreamedText Text, Exception? Error) Read(byte[] events, int[] cuts)
    {
        int at = 0;
        int turn = 0;
        var body = new BodyStream((buffer, _) =>
        {
            int count = Math.Min(Math.Min(cuts.Length == 0 ? events.Length : cuts[turn++ % cuts.Length], events.Length - at), buffer.Length);
            events.AsSpan(at, count).CopyTo(buffer.Span);
            at += count;
            return ValueTask.FromResult(count);
        });
        Task<(List<TextChunk>, StreamedText, Exception?)> reading = ReadAsync(TextService.Answering(() => Reply(new StreamContent(body))));
        // Nothing waits here, so that a reader who is not done by now never will be.
        Assert.True(reading.IsCompleted, "The reader waits for ever.");
        return reading.Result;
    }
}
