using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>A WebSocket server on a real socket that does with each connection whatever it is told, right or wrong.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Peer, Task> _serve;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private readonly Task _loop;

    public SocketServer(Func<Peer, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Url = new Uri($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");
        _loop = AcceptAsync();
    }

    public Uri Url { get; }

    /// <summary>How many connections came so far.</summary>
    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        await Task.WhenAll(_running);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _running.Add(ServeAsync(client));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient owned = client;
        try
        {
            NetworkStream stream = client.GetStream();
            var head = new StringBuilder();
            byte[] letter = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                await stream.ReadExactlyAsync(letter, _stop.Token);
                head.Append((char)letter[0]);
            }

            string key = head.ToString().Split("\r\n").First(line => line.StartsWith("Sec-WebSocket-Key: ", StringComparison.OrdinalIgnoreCase))[19..];
#pragma warning disable CA5350 // The handshake of the protocol.
            string accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"),
                _stop.Token);
            using WebSocket socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
            await _serve(new Peer(socket, stream, head.ToString(), Connections, _stop.Token));
        }
        catch (Exception error) when (error is IOException or WebSocketException or OperationCanceledException or ObjectDisposedException or TimeoutException)
        {
            // One of the two has left.
        }
    }

    internal sealed class Peer(WebSocket socket, NetworkStream stream, string head, int number, CancellationToken stop)
    {
        public string Head => head;

        /// <summary>1 for the first connection.</summary>
        public int Number => number;

        public CancellationToken Stop => stop;

        public async Task<string> ReadAsync()
        {
            using var text = new MemoryStream();
            byte[] chunk = new byte[64 * 1024];
            while (true)
            {
                WebSocketReceiveResult part = await socket.ReceiveAsync(chunk, stop);
                if (part.MessageType == WebSocketMessageType.Close)
                    throw new IOException("The client closed.");
                text.Write(chunk, 0, part.Count);
                if (part.EndOfMessage)
                    return Encoding.UTF8.GetString(text.ToArray());
            }
        }

        /// <summary>Reads the beginning of a message and no more.</summary>
        public async Task<int> ReadPartAsync() => (await socket.ReceiveAsync(new byte[1024], stop)).Count;

        public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

        public Task SayAsync(byte[] bytes, WebSocketMessageType type, bool end = true) => socket.SendAsync(bytes, type, end, stop);

        /// <summary>Bytes that are no frame of this socket's making.</summary>
        public Task SayRawAsync(byte[] bytes) => stream.WriteAsync(bytes, stop).AsTask();

        public async Task AuthenticateAsync()
        {
            await ReadAsync();
            await SayAsync($$"""{"data":[{"taskType":"authentication","connectionSessionUUID":"{{Guid.NewGuid()}}"}]}""");
        }

        public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop);

        /// <summary>Answers everything from now on: results to tasks, pongs to pings, and what is told to come first.</summary>
        public async Task AnswerAsync(Func<string, string>? answer = null)
        {
            while (true)
            {
                string message = await ReadAsync();
                await SayAsync(message.Contains("\"ping\"", StringComparison.Ordinal)
                    ? """{"data":[{"taskType":"ping","pong":true}]}"""
                    : (answer ?? Picture)(message));
            }
        }

        public static string Picture(string message)
        {
            using var tasks = System.Text.Json.JsonDocument.Parse(message);
            return $$"""{"data":[{{string.Join(',', tasks.RootElement.EnumerateArray().Select(task =>
                $$"""{"taskType":"imageInference","taskUUID":"{{task.GetProperty("taskUUID").GetString()}}","imageUUID":"{{Guid.NewGuid()}}"}"""))}}]}""";
        }
    }
}
