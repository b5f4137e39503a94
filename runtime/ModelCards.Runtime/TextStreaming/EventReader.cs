using System.Net.ServerSentEvents;
using ModelCards.Transport.Http;

namespace ModelCards.TextStreaming;

/// <summary>Reads the events of a reply, one when it is asked for and none ahead.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly SilenceTimer _silence;
    private readonly EventBounds _bounds;
    private readonly IAsyncEnumerator<SseItem<byte[]>> _events;

    private EventReader(HttpResponseMessage response, SilenceTimer silence, EventBounds bounds, Stream body)
    {
        _response = response;
        _silence = silence;
        _bounds = bounds;
        _events = SseParser.Create(new EventBytes(body, bounds, silence), (_, data) => data.ToArray()).EnumerateAsync().GetAsyncEnumerator();
    }

    public long Count { get; private set; }

    public long Bytes => _bounds.Total;

    public HttpResponseMessage Response => _response;

    /// <summary>Begins to read.</summary>
    /// <param name="response">The reply; it is disposed of with the reader.</param>
    /// <param name="silence">Ends the reading when nothing comes; it is disposed of with the reader.</param>
    /// <param name="limit">How many bytes there may be.</param>
    public static async Task<EventReader> OpenAsync(HttpResponseMessage response, SilenceTimer silence, SizeLimit limit)
    {
        Stream body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
        return new EventReader(response, silence, new EventBounds(limit), body);
    }

    /// <summary>The data of the next event; null at the end.</summary>
    /// <exception cref="EventStreamException">The stream is not within its bounds, or silent for too long.</exception>
    public async ValueTask<byte[]?> NextAsync()
    {
        try
        {
            if (!await _events.MoveNextAsync().ConfigureAwait(false))
                return null;
            Count++;
            return _events.Current.Data;
        }
        catch (OperationCanceledException) when (_silence.IsOver)
        {
            throw new EventStreamException(_silence.Error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
        _silence.Dispose();
    }
}
