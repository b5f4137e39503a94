using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Journal;
using ModelCards.Emulator.Tasks;
using ModelCards.Emulator.Texts;

namespace ModelCards.Emulator.Http;

/// <summary>Sends a text as server-sent events while it is written: reasoning, words, finish reason, usage, and that it is done.</summary>
internal sealed class TextEvents(HttpContext context, AcceptedText accepted, Fault? fault, TimeProvider clock)
{
    private static readonly TimeSpan KeepAliveTime = TimeSpan.FromSeconds(15);
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PipeWriter _output = context.Response.BodyWriter;
    private readonly TextItem _item = accepted.Items[0];

    public async Task SendAsync()
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        // A connection that is cut by force loses what is still on its way. One that owes bytes when it is closed is broken as well.
        if (fault?.Kind == FaultKind.BreakStream)
            context.Response.ContentLength = int.MaxValue;
        await KeepAliveAsync().ConfigureAwait(false);
        (string Member, string Text)[] pieces =
            [.. _item.Text.Reasoning.Select(text => ("reasoningContent", text)), .. _item.Text.Pieces.Select(text => ("text", text))];
        TimeSpan interval = accepted.Duration / Math.Max(pieces.Length, 1);
        for (int i = 0; i < pieces.Length; i++)
        {
            await WaitAsync(interval).ConfigureAwait(false);
            if (i == pieces.Length / 2 && await FailAsync().ConfigureAwait(false))
                return;
            (string member, string text) = pieces[i];
            await SendAsync(writer =>
            {
                writer.WriteStartObject("delta");
                writer.WriteString(member, text);
                writer.WriteEndObject();
            }).ConfigureAwait(false);
        }

        await SendAsync(writer => writer.WriteString("finishReason", _item.Text.FinishReason)).ConfigureAwait(false);
        await SendAsync(writer => _item.Text.WriteUsage(writer, accepted.Task.IncludesCost)).ConfigureAwait(false);
        await WriteAsync("data: [DONE]\n\n"u8.ToArray()).ConfigureAwait(false);
    }

    /// <summary>What goes wrong in the middle. True when the stream is over with it.</summary>
    private async Task<bool> FailAsync()
    {
        if (accepted.Failure is { } failure)
        {
            await SendAsync(output => Envelope.WriteAsync(output, Reply.With(failure), context.RequestAborted)).ConfigureAwait(false);
            return true;
        }

        switch (fault?.Kind)
        {
            case FaultKind.BreakStream or FaultKind.EndStream:
                return true;
            case FaultKind.GarbleStream:
                await WriteAsync("data: {\"delta\":{\"te<garbage>\n\n"u8.ToArray()).ConfigureAwait(false);
                return false;
            case FaultKind.StallStream:
                TimeSpan time = fault.Delay > TimeSpan.Zero ? fault.Delay : Timeout.InfiniteTimeSpan;
                await Task.Delay(time, clock, context.RequestAborted).ConfigureAwait(false);
                return false;
            default:
                return false;
        }
    }

    private async Task WaitAsync(TimeSpan time)
    {
        for (TimeSpan left = time; left > TimeSpan.Zero; left -= KeepAliveTime)
        {
            await Task.Delay(left < KeepAliveTime ? left : KeepAliveTime, clock, context.RequestAborted).ConfigureAwait(false);
            if (left > KeepAliveTime)
                await KeepAliveAsync().ConfigureAwait(false);
        }
    }

    private Task KeepAliveAsync() => WriteAsync(": keep-alive\n\n"u8.ToArray());

    private Task SendAsync(Action<Utf8JsonWriter> members) => SendAsync(async output =>
    {
        var chunk = new JsonItem(TextTask.TaskType, accepted.Task.TaskUuid, members);
        var writer = new Utf8JsonWriter(output, Options);
        await using (writer.ConfigureAwait(false))
            await chunk.WriteAsync(writer, context.RequestAborted).ConfigureAwait(false);
    });

    private async Task SendAsync(Func<PipeWriter, Task> writeData)
    {
        _output.Write("data: "u8);
        using (var copy = new FrameCopy(_output))
        {
            await writeData(copy).ConfigureAwait(false);
            context.FindRecorder()?.Sent(copy, context.Response.StatusCode);
        }

        await WriteAsync("\n\n"u8.ToArray()).ConfigureAwait(false);
    }

    private async Task WriteAsync(byte[] bytes)
    {
        _output.Write(bytes);
        await _output.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
