using Microsoft.Extensions.Time.Testing;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.Runtime.Tests.Secrecy;
using ModelCards.Runware;

namespace ModelCards.EndToEnd.Tests.Client;

/// <summary>A client of an emulator.</summary>
internal sealed class ClientSession : IAsyncDisposable
{
    public const string Key = RunWatch.Key;

    private ClientSession(RunwareEmulator emulator, RunwareClient client)
    {
        Emulator = emulator;
        Client = client;
    }

    public RunwareEmulator Emulator { get; }

    public RunwareClient Client { get; }

    public static Task<ClientSession> StartAsync(params Fault[] faults) => StartAsync(null, new EmulatorOptions { ApiKeys = [Key], LoggerFactory = RunWatch.Log, Faults = faults });

    public static Task<ClientSession> StartOverHttpAsync(params Fault[] faults) => StartAsync(
        (options, emulator) => options.Endpoint = emulator.Endpoint, new EmulatorOptions { ApiKeys = [Key], LoggerFactory = RunWatch.Log, Faults = faults });

    public static async Task<ClientSession> StartAsync(Action<RunwareClientOptions, RunwareEmulator>? change, EmulatorOptions? emulatorOptions = null)
    {
        RunwareEmulator emulator = await RunwareEmulator.StartAsync(emulatorOptions ?? new EmulatorOptions { ApiKeys = [Key], LoggerFactory = RunWatch.Log });
        var options = new RunwareClientOptions { ApiKey = Key, LoggerFactory = RunWatch.Log, Endpoint = emulator.WebSocketEndpoint };
        change?.Invoke(options, emulator);
        return new ClientSession(emulator, new RunwareClient(options));
    }

    /// <summary>A small picture, under a UUID of its own unless one is given.</summary>
    public static Flux1DevSrpoRequest Picture(int results = 1, bool isAsync = false, Guid? uuid = null)
    {
        Flux1DevSrpoRequestBuilder builder = Flux1DevSrpoRequest.Create("a lighthouse").WithWidth(128).WithHeight(128).WithNumberResults(results);
        if (isAsync)
            builder.WithDeliveryMethod(DeliveryMethod.Async);
        if (uuid is { } known)
            builder.WithTaskUuid(known);
        return builder.Build();
    }

    /// <summary>Winds the clock second by second until the task is done.</summary>
    public static async Task<T> WindAsync<T>(FakeTimeProvider clock, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
