using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Http;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator;

/// <summary>
/// A test double of Runware's image inference API on loopback. It judges requests with the model cards, answers in the
/// documented envelopes and paints pictures in the size and format asked for; no AI model runs and nothing is billed.
/// </summary>
/// <remarks>
/// <para>A request runs all its sound tasks although others fail: 200 with data and errors when at least one item came
/// of it; else 400, or 404 when getResponse knows none of the tasks.</para>
/// <para>An API key comes as <c>Authorization: Bearer</c> or in an authentication task that stands first; else 401.</para>
/// <para>Webhooks and upload endpoints are called on loopback only; other addresses are an error.</para>
/// </remarks>
public sealed class RunwareEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskLog _log;
    private bool _isDisposed;

    private RunwareEmulator(WebApplication app, Uri address)
    {
        _app = app;
        _log = app.Services.GetRequiredService<TaskLog>();
        Endpoint = new Uri(address, "/v1");
    }

    /// <summary>Where tasks are posted to, such as <c>http://127.0.0.1:40123/v1</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>
    /// The tasks that arrived so far, oldest first; authentications are not among them. Limited as <see cref="EmulatorLimits"/> says.
    /// </summary>
    public IReadOnlyList<ReceivedTask> ReceivedTasks => _log.ToList();

    /// <summary>Starts an emulator; dispose of it to stop.</summary>
    /// <param name="options">What is not to be as documented there.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<RunwareEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        WebApplication app = EmulatorServer.Build(options ?? new EmulatorOptions());
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            Uri address = EmulatorServer.AddressOf(app);
            app.Services.GetRequiredService<PictureGallery>().BaseAddress = address;
            return new RunwareEmulator(app, address);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops listening. Pictures are gone then; <see cref="ReceivedTasks"/> stay.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
