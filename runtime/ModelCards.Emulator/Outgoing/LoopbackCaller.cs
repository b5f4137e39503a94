using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace ModelCards.Emulator.Outgoing;

/// <summary>Calls upload endpoints and webhooks, on this machine only: a request must not make the emulator reach elsewhere.</summary>
internal sealed class LoopbackCaller : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = ConnectAsync,
    })
    {
        // A webhook must answer within about five seconds.
        Timeout = TimeSpan.FromSeconds(5),
    };

    public static bool MayCall(Uri address) => address.Scheme is "http" or "https" && address.IsLoopback;

    /// <summary>Sends the content; false when there was no 2xx in time.</summary>
    public async Task<bool> TrySendAsync(
        HttpMethod method, Uri address, byte[] content, string mediaType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        try
        {
            using HttpResponseMessage response =
                await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();

    // The name is resolved here, so that no entry of a hosts file leads away.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        IPAddress[] local = Array.FindAll(addresses, IPAddress.IsLoopback);
        if (local.Length == 0)
            throw new HttpRequestException("Not a loopback address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(local, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
