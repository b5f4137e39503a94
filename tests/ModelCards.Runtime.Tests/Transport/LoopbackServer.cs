using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>Answers HTTP requests on a real socket with the bytes it is given, right or wrong, and closes.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]> _answer;
    private readonly Task _loop;

    /// <param name="answer">From the head of a request to the whole reply, head included.</param>
    public LoopbackServer(Func<string, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");
        _loop = ServeAsync();
    }

    public Uri Url { get; }

    public List<string> Heads { get; } = [];

    public List<string> Bodies { get; } = [];

    public static byte[] Reply(string head, byte[] body) => [.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), .. body];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The listener was stopped.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            await using NetworkStream stream = client.GetStream();
            string head = await ReadHeadAsync(stream);
            Heads.Add(head);
            Bodies.Add(await ReadBodyAsync(stream, head));
            await stream.WriteAsync(_answer(head));
        }
        catch (IOException)
        {
            // The client has seen enough.
        }
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        byte[] letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(letter);
            head.Append((char)letter[0]);
        }

        return head.ToString();
    }

    private static async Task<string> ReadBodyAsync(NetworkStream stream, string head)
    {
        const string Name = "Content-Length: ";
        string? line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        byte[] body = new byte[line is null ? 0 : int.Parse(line[Name.Length..], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return Encoding.UTF8.GetString(body);
    }
}
