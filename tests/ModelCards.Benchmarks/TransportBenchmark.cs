using System.Diagnostics;
using System.Globalization;
using ModelCards.Emulator;
using ModelCards.Runware;

namespace ModelCards.Benchmarks;

/// <summary>
/// One task after another on the same emulator in the same process: through the client, and by hand. The emulator's share of the
/// time is in both. Rounds alternate and swap who goes first, and the ratio is taken round by round, so that what else the
/// machine does hits both.
/// </summary>
internal static class TransportBenchmark
{
    // As many as the JIT compiler needs to be done with the code of both: after 1000 the client is still at a disadvantage.
    private const int WarmUp = 20_000;
    private const int Rounds = 200;
    private const int TasksPerRound = 100;

    public static async Task<int> RunAsync()
    {
        await using RunwareEmulator emulator = await RunwareEmulator.StartAsync();
        using var socket = new BareSocket();
        await socket.ConnectAsync(emulator.WebSocketEndpoint);
        using var http = new BareHttp(emulator.Endpoint);
        await using var overSocket = new RunwareClient(new RunwareClientOptions { ApiKey = BareMessage.Key, Endpoint = emulator.WebSocketEndpoint });
        await using var overHttp = new RunwareClient(new RunwareClientOptions { ApiKey = BareMessage.Key, Endpoint = emulator.Endpoint });

        await CompareAsync("WebSocket", socket.ExchangeAsync, () => SendAsync(overSocket));
        await CompareAsync("HTTP", http.ExchangeAsync, () => SendAsync(overHttp));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Building a request, which the figures above leave out, allocates {BuildingBytes()} bytes."));
        return 0;
    }

    private static async Task CompareAsync(string name, Func<Task> bare, Func<Task> client)
    {
        await MeasureAsync(bare, WarmUp);
        await MeasureAsync(client, WarmUp);
        var rounds = new List<(Sample Bare, Sample Client)>();
        for (int i = 0; i < Rounds; i++)
        {
            Sample first = await MeasureAsync(i % 2 == 0 ? bare : client, TasksPerRound);
            Sample second = await MeasureAsync(i % 2 == 0 ? client : bare, TasksPerRound);
            rounds.Add(i % 2 == 0 ? (first, second) : (second, first));
        }

        double[] ratios = [.. rounds.Select(round => round.Client.Microseconds / round.Bare.Microseconds).Order()];
        double bareBytes = Median(rounds.Select(round => round.Bare.Bytes));
        double clientBytes = Median(rounds.Select(round => round.Client.Bytes));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: client {Median(rounds.Select(round => round.Client.Microseconds)):F0} us, bare {Median(rounds.Select(round => round.Bare.Microseconds)):F0} us, " +
            $"ratio {Median(ratios):F2} (quartiles {ratios[Rounds / 4]:F2} and {ratios[Rounds * 3 / 4]:F2}); the client allocates {clientBytes - bareBytes:F0} bytes more per task"));
    }

    private static async Task<Sample> MeasureAsync(Func<Task> exchange, int times)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
            await exchange();
        double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
        return new Sample(microseconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)times);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    // Built once and sent each time anew, under a fresh task UUID: the figures are of the transport.
    private static readonly Flux1DevSrpoRequest Request = Build();

    private static Flux1DevSrpoRequest Build() => Flux1DevSrpoRequest.Create(BareMessage.Prompt).WithWidth(512).WithHeight(512).Build();

    private static long BuildingBytes()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Build();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
    }

    private static async Task SendAsync(RunwareClient client)
    {
        var outcome = await client.SendAsync(Request);
        if (outcome.Failure is not null)
            throw outcome.Failure;
        if (outcome.Results.Count != 1)
            throw new InvalidOperationException("One result was expected.");
    }

    private readonly record struct Sample(double Microseconds, double Bytes);
}
