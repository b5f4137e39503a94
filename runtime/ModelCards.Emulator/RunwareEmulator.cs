using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Http;
using ModelCards.Emulator.Tasks;
using ModelCards.Emulator.WebSockets;

namespace ModelCards.Emulator;

/// <summary>
/// A test double of Runware's image inference API on loopback. It judges requests with the model cards, answers in the
/// documented envelopes and paints pictures in the size and format asked for; no AI model runs and nothing is billed.
/// </summary>
/// <remarks>
/// <para>A request runs all its sound tasks although others fail: 200 with data and errors when at least one item came
/// of it; else 400, or 404 when getResponse knows none of the tasks.</para>
/// <para>An API key comes as <c>Authorization: Bearer</c> or in an authentication task that stands first; else 401. Over a
/// WebSocket the authentication comes alone and is answered before anything else may come.</para>
/// <para>A WebSocket is closed 120 seconds after the last message. What could not be delivered is kept for 120 seconds for a
/// client that authenticates with its <c>connectionSessionUUID</c>.</para>
/// <para>A text is put together of words of its prompt, the same each time. It is streamed over HTTP, in answer to a request of one task.</para>
/// <para>Webhooks and upload endpoints are called on loopback only; other addresses are an error.</para>
/// </remarks>
public sealed class RunwareEmulator : IAsyncDisposable
{
    private readonly ServiceProvider _core;
    private readonly TaskLog _log;
    private readonly TaskRunner _runner;
    private readonly SocketEndpoint _sockets;
    private WebApplication _server;
    private bool _isDisposed;

    private RunwareEmulator(ServiceProvider core, WebApplication server)
    {
        _core = core;
        _server = server;
        _log = core.GetRequiredService<TaskLog>();
        _runner = core.GetRequiredService<TaskRunner>();
        _sockets = core.GetRequiredService<SocketEndpoint>();
        Faults = core.GetRequiredService<FaultSwitchboard>();
        var address = EmulatorServer.AddressOf(server);
        core.GetRequiredService<PictureGallery>().BaseAddress = address;
        Endpoint = new Uri(address, "/v1");
        Page = new Uri(address, "/");
        WebSocketEndpoint = new UriBuilder(Endpoint) { Scheme = "ws" }.Uri;
    }

    /// <summary>Where tasks are posted to, such as <c>http://127.0.0.1:40123/v1</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Where a WebSocket is opened, such as <c>ws://127.0.0.1:40123/v1</c>.</summary>
    public Uri WebSocketEndpoint { get; }

    /// <summary>Where a browser shows live what happens, such as <c>http://127.0.0.1:40123/</c>. API keys are hidden there.</summary>
    public Uri Page { get; }

    /// <summary>What goes wrong; nothing unless told.</summary>
    public FaultSwitchboard Faults { get; }

    /// <summary>
    /// The tasks that arrived so far, oldest first; authentications are not among them. Limited as <see cref="EmulatorLimits"/> says.
    /// </summary>
    public IReadOnlyList<ReceivedTask> ReceivedTasks => _log.ToList();

    /// <summary>How many tasks were carried out so far: what the service would have charged for.</summary>
    public long ExecutedTasks => _runner.Started;

    /// <summary>How many WebSockets are open now.</summary>
    public int OpenConnections => _sockets.Open;

    /// <summary>Starts an emulator; dispose of it to stop.</summary>
    /// <param name="options">What is not to be as documented there.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<RunwareEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorOptions();
        ServiceProvider core = EmulatorCore.Build(options);
        try
        {
            return new RunwareEmulator(core, await StartServerAsync(core, options.Port, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await core.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Cuts every connection and listens anew at the same address. Tasks, sessions and pictures outlive it, as they do in a real service.</summary>
    public async Task RestartAsync()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await StopServerAsync().ConfigureAwait(false);
        _server = await StartServerAsync(_core, Endpoint.Port, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Stops listening. Pictures are gone then; <see cref="ReceivedTasks"/> stay.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await StopServerAsync().ConfigureAwait(false);
        await _core.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<WebApplication> StartServerAsync(ServiceProvider core, int port, CancellationToken cancellationToken)
    {
        WebApplication server = EmulatorServer.Build(core, port);
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task StopServerAsync()
    {
        await _server.StopAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
