using System.Text;
using System.Text.Json;
using ModelCards.Emulator;

namespace ModelCards.EndToEnd.Tests.Journal;

/// <summary>Reads the events of an emulator as its page does, and keeps the latest of each entry.</summary>
internal sealed class EventReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StringBuilder _raw = new();
    private readonly HttpClient _client;
    private readonly StreamReader _lines;

    private EventReader(HttpClient client, Stream stream) => (_client, _lines) = (client, new StreamReader(stream));

    public SortedDictionary<long, JsonElement> Connections { get; } = [];

    public SortedDictionary<long, JsonElement> Tasks { get; } = [];

    public SortedDictionary<long, JsonElement> Frames { get; } = [];

    public JsonElement Totals { get; private set; }

    /// <summary>Whether the last event began anew.</summary>
    public bool IsAnew { get; private set; }

    public string LastId { get; private set; } = "";

    public int Events { get; private set; }

    /// <summary>All that was read, as it came.</summary>
    public string Raw => _raw.ToString();

    public static async Task<EventReader> OpenAsync(RunwareEmulator emulator, string after = "")
    {
        var client = new HttpClient();
        HttpResponseMessage response = await client.GetAsync(new Uri(emulator.Page, $"/events?after={after}"), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        return new EventReader(client, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>Opens, reads until it is as wanted, and closes.</summary>
    public static async Task<EventReader> ReadAsync(RunwareEmulator emulator, Predicate<EventReader> isEnough)
    {
        using EventReader reader = await OpenAsync(emulator);
        await reader.ReadUntilAsync(isEnough);
        return reader;
    }

    public async Task ReadUntilAsync(Predicate<EventReader> isEnough)
    {
        while (Events == 0 || !isEnough(this))
            Assert.True(await ReadEventAsync(), $"The stream ended before: {Raw}");
    }

    /// <summary>The next event; false when the stream has ended.</summary>
    public async Task<bool> ReadEventAsync()
    {
        while (await _lines.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            _raw.AppendLine(line);
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                LastId = line["id: ".Length..];
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            Take(JsonElement.Parse(line["data: ".Length..]));
            return true;
        }

        return false;
    }

    /// <summary>The frames of a direction, as <c>transport: text</c>.</summary>
    public IEnumerable<string> TextsOf(string direction) => Frames.Values
        .Where(frame => frame.GetProperty("direction").GetString() == direction)
        .Select(frame => $"{Connections[frame.GetProperty("connection").GetInt64()].GetProperty("transport").GetString()}: {frame.GetProperty("text").GetString()}");

    public void Dispose()
    {
        _lines.Dispose();
        _client.Dispose();
    }

    private void Take(JsonElement changes)
    {
        Events++;
        IsAnew = changes.GetProperty("anew").GetBoolean();
        Totals = changes.GetProperty("totals");
        Take(changes.GetProperty("connections"), Connections);
        Take(changes.GetProperty("tasks"), Tasks);
        Take(changes.GetProperty("frames"), Frames);
    }

    private static void Take(JsonElement entries, SortedDictionary<long, JsonElement> known)
    {
        foreach (JsonElement entry in entries.EnumerateArray())
            known[entry.GetProperty("number").GetInt64()] = entry;
    }
}
