using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using ModelCards.Emulator;
using ModelCards.Runware;

namespace ModelCards.Benchmarks;

/// <summary>
/// One task after another on the same emulator: through the client, and by hand with a prepared text whose reply is not looked at.
/// Rounds alternate, so that what else the machine does hits both.
/// </summary>
internal static class TransportBenchmark
{
    private const int WarmUp = 500;
    private const int Rounds = 40;
    private const int TasksPerRound = 100;

    public static async Task<int> RunAsync()
    {
        await using RunwareEmulator emulator = await RunwareEmulator.StartAsync();
        using var bare = new ClientWebSocket();
        bare.Options.KeepAliveInterval = TimeSpan.Zero;
        await bare.ConnectAsync(emulator.WebSocketEndpoint, CancellationToken.None);
        await ExchangeAsync(bare, Encoding.UTF8.GetBytes("""[{"taskType":"authentication","apiKey":"k"}]"""));
        using var http = new HttpClient();
        await using var overSocket = new RunwareClient(new RunwareClientOptions { ApiKey = "k", Endpoint = emulator.WebSocketEndpoint });
        await using var overHttp = new RunwareClient(new RunwareClientOptions { ApiKey = "k", Endpoint = emulator.Endpoint });

        await CompareAsync("WebSocket", () => ExchangeAsync(bare, Text()), () => SendAsync(overSocket));
        await CompareAsync("HTTP", () => PostAsync(http, emulator.Endpoint, Text()), () => SendAsync(overHttp));
        return 0;
    }

    private static async Task CompareAsync(string name, Func<Task> bare, Func<Task> client)
    {
        await MeasureAsync(bare, WarmUp);
        await MeasureAsync(client, WarmUp);
        var bareRounds = new List<(double Microseconds, double Bytes)>();
        var clientRounds = new List<(double Microseconds, double Bytes)>();
        for (int i = 0; i < Rounds; i++)
        {
            bareRounds.Add(await MeasureAsync(bare, TasksPerRound));
            clientRounds.Add(await MeasureAsync(client, TasksPerRound));
        }

        double bareTime = Median(bareRounds.Select(round => round.Microseconds));
        double clientTime = Median(clientRounds.Select(round => round.Microseconds));
        double extra = Median(clientRounds.Select(round => round.Bytes)) - Median(bareRounds.Select(round => round.Bytes));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: client {clientTime:F0} us, bare {bareTime:F0} us, ratio {clientTime / bareTime:F2}; the client allocates {extra:F0} bytes more per task"));
    }

    private static async Task<(double Microseconds, double Bytes)> MeasureAsync(Func<Task> exchange, int times)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
            await exchange();
        double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
        return (microseconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)times);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static byte[] Text() => Encoding.UTF8.GetBytes(
        $$"""[{"taskType":"imageInference","taskUUID":"{{Guid.NewGuid()}}","model":"runware:111@1","positivePrompt":"a lighthouse","width":512,"height":512}]""");

    private static async Task SendAsync(RunwareClient client)
    {
        var outcome = await client.SendAsync(Flux1DevSrpoRequest.Create("a lighthouse").WithWidth(512).WithHeight(512).Build());
        if (outcome.Failure is not null)
            throw outcome.Failure;
    }

    private static async Task ExchangeAsync(ClientWebSocket socket, byte[] text)
    {
        await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        byte[] buffer = new byte[4096];
        while (!(await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).EndOfMessage)
        {
        }
    }

    private static async Task PostAsync(HttpClient http, Uri endpoint, byte[] text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(text) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "k");
        using HttpResponseMessage response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
    }
}
