using System.Net;
using System.Net.ServerSentEvents;
using ModelCards.Transport.Http;

namespace ModelCards.TextStreaming;

/// <summary>Reads the events of a reply, one when it is asked for and none ahead.</summary>
/// <param name="response">The reply; it is disposed of with the reader.</param>
/// <param name="silence">Ends the reading when nothing comes; it is disposed of with the reader.</param>
/// <param name="limit">How many bytes there may be.</param>
internal sealed class EventReader(HttpResponseMessage response, SilenceTimer silence, SizeLimit limit) : IAsyncDisposable
{
    private readonly EventBounds _bounds = new(limit);
    private IAsyncEnumerator<SseItem<byte[]>>? _events;

    public HttpStatusCode Status => response.StatusCode;

    public long Count { get; private set; }

    public long Bytes => _bounds.Total;

    /// <summary>The data of the next event; null at the end.</summary>
    /// <exception cref="EventStreamException">The stream broke, is not within its bounds, or is silent for too long.</exception>
    public async ValueTask<byte[]?> NextAsync()
    {
        try
        {
            _events ??= await OpenAsync().ConfigureAwait(false);
            if (!await _events.MoveNextAsync().ConfigureAwait(false))
                return null;
            Count++;
            return _events.Current.Data;
        }
        catch (OperationCanceledException error) when (silence.IsOver)
        {
            throw new EventStreamException(silence.Error, error);
        }
        catch (Exception error) when (!silence.Token.IsCancellationRequested && HttpExchange.FailureOf(error, Status) is { } failure)
        {
            throw new EventStreamException(failure, error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_events is not null)
            await _events.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
        silence.Dispose();
    }

    private async Task<IAsyncEnumerator<SseItem<byte[]>>> OpenAsync()
    {
        Stream body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
        return SseParser.Create(new EventBytes(body, _bounds, silence), (_, data) => data.ToArray()).EnumerateAsync().GetAsyncEnumerator();
    }
}
