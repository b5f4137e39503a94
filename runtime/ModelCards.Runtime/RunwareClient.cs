using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.TextStreaming;
using ModelCards.Transport;
using ModelCards.Transport.Http;
using ModelCards.Transport.WebSocket;
using ModelCards.Validation;
using Polly;

namespace ModelCards;

/// <summary>Sends requests to Runware's inference API. One client serves any number of sendings at the same time.</summary>
/// <remarks>
/// Requests are judged before they are sent: what its card does not accept costs neither time nor money. Where a reply is lost
/// the task is sent again under the same task UUID, by which the service tells whether it has it: nothing is charged twice.
/// </remarks>
public sealed partial class RunwareClient : IAsyncDisposable
{
    internal const string ApiKeyVariable = "RUNWARE_API_KEY";

    private readonly ITransport _transport;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly Downloads _downloads;
    private readonly TextTransport _texts;
    private readonly CancellationTokenSource _closing = new();
    private readonly SizeLimit _downloadLimit;
    private readonly SizeLimit _memoryLimit;
    private readonly ResiliencePipeline<SendAttempt> _policy;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _replyTimeout;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SendingLog _sendingLog;
    private readonly bool _sendUnchecked;
    private int _disposals;

    /// <summary>Makes a client with the default options.</summary>
    /// <param name="apiKey">The API key; get one at https://my.runware.ai/signup.</param>
    /// <exception cref="ArgumentException">The key is missing, or is none.</exception>
    public RunwareClient(string apiKey)
        : this(new RunwareClientOptions(), ApiKey.Parse(apiKey, nameof(apiKey)))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="options">How it works. Later changes of the options do not matter to it.</param>
    /// <exception cref="ArgumentException">The key is missing, or an option has no sense.</exception>
    public RunwareClient(RunwareClientOptions options)
        : this(options, ApiKey.Parse((options ?? throw new ArgumentNullException(nameof(options))).ApiKey, nameof(options)))
    {
    }

    internal RunwareClient(RunwareClientOptions options, ApiKey key, ITransport? transport = null)
    {
        options.Check();
        _timeout = options.Timeout;
        _replyTimeout = options.ReplyTimeout;
        _time = options.TimeProvider;
        _policy = options.RetryPolicy ?? RetryPolicies.Default(_time);
        _sendUnchecked = options.SendUnchecked;
        _logger = (ILogger?)options.LoggerFactory?.CreateLogger<RunwareClient>() ?? NullLogger.Instance;
        _sendingLog = new SendingLog(_logger, key, options.LogRequests);
        string userAgent = UserAgents.Of(options.UserAgentPrefix);
        _ownsHttp = options.HttpClient is null;
        _http = options.HttpClient ?? NewHttpClient();
        var exchange = new HttpExchange(_http, options.ResponseSizeLimit, _time);
        _downloads = new Downloads(_http, userAgent, _policy, _replyTimeout, _time);
        _downloadLimit = new SizeLimit(options.DownloadSizeLimit, nameof(options.DownloadSizeLimit));
        _memoryLimit = new SizeLimit(options.ResponseSizeLimit, nameof(options.ResponseSizeLimit));
        var reader = new EnvelopeReader(options.MaxDepth, key);
        HttpTransport OverHttp(Uri endpoint) => new(exchange, endpoint, key, userAgent, reader, _time, _logger);
        var eventReader = new EnvelopeReader(options.MaxDepth, key, takesBareItems: true);
        HttpTransport streaming = OverHttp(options.EndpointOfStreams);
        _texts = new TextTransport(streaming, eventReader, _policy, _memoryLimit, _timeout, _replyTimeout, _time, _logger, _closing.Token);
        _transport = transport ?? (options.Endpoint.Scheme is "http" or "https"
            ? OverHttp(options.Endpoint)
            : new WebSocketTransport(
                new SocketSettings(options.Endpoint, key, userAgent, reader, options.ResponseSizeLimit, options.ConfigureWebSocket, _time, _logger),
                options.Connections));
    }

    /// <summary>Makes a client with the API key of the environment variable <c>RUNWARE_API_KEY</c>.</summary>
    /// <param name="options">How it works; its own key is not looked at. The default options when left out.</param>
    /// <exception cref="ArgumentException">The variable is not set.</exception>
    public static RunwareClient FromEnvironment(RunwareClientOptions? options = null) => new(
        options ?? new RunwareClientOptions(),
        ApiKey.Parse(Environment.GetEnvironmentVariable(ApiKeyVariable), ApiKeyVariable));

    /// <summary>Sends a request and gives its results as they come.</summary>
    /// <remarks>Each enumeration sends the request anew, under a fresh task UUID unless the request sets one.</remarks>
    /// <typeparam name="TResult">Type of one result.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops waiting. A task that was sent is carried out and charged all the same.</param>
    /// <returns>The results. When a part failed, the exception comes after all that succeeded.</returns>
    /// <exception cref="RequestValidationException">The card does not accept the request; nothing is sent.</exception>
    /// <exception cref="RunwareException">The task failed, or not all of its results came.</exception>
    public IAsyncEnumerable<TResult> RunAsync<TResult>(ModelRequest<TResult> request, CancellationToken cancellationToken = default)
        where TResult : TaskResult, ITaskResult<TResult>
    {
        ArgumentNullException.ThrowIfNull(request);
        Check([request]);
        return StreamAsync<TResult>([request], ResultTypes.Create<TResult>, null, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync{TResult}(ModelRequest{TResult}, CancellationToken)"/>
    /// <param name="request">The request.</param>
    /// <param name="progress">Is told of each result, and of the progress that the service reports of tasks with deliveryMethod async.</param>
    /// <param name="cancellationToken">Stops waiting. A task that was sent is carried out and charged all the same.</param>
    public IAsyncEnumerable<TResult> RunAsync<TResult>(
        ModelRequest<TResult> request, IProgress<TaskProgress> progress, CancellationToken cancellationToken = default)
        where TResult : TaskResult, ITaskResult<TResult>
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        Check([request]);
        return StreamAsync<TResult>([request], ResultTypes.Create<TResult>, progress, cancellationToken);
    }

    /// <summary>Sends several requests together and gives their results as they come, of whichever request.</summary>
    /// <remarks>
    /// <see cref="TaskResult.TaskUuid"/> tells which request a result belongs to where the requests set their task UUID;
    /// <see cref="SendAsync(IEnumerable{ModelRequest}, CancellationToken)"/> gives the results request by request.
    /// </remarks>
    /// <param name="requests">The requests, of any models; none is fine and sends nothing.</param>
    /// <param name="cancellationToken">Stops waiting. Tasks that were sent are carried out and charged all the same.</param>
    /// <returns>The results. When some tasks failed, one exception for all of them comes after all that succeeded.</returns>
    /// <exception cref="ArgumentException">Two requests set the same task UUID, or one is null.</exception>
    /// <exception cref="RequestValidationException">A card does not accept a request; nothing is sent.</exception>
    /// <exception cref="RunwareException">Some tasks failed, or not all of their results came.</exception>
    public IAsyncEnumerable<TaskResult> RunAsync(IEnumerable<ModelRequest> requests, CancellationToken cancellationToken = default) =>
        StreamAsync<TaskResult>(Check(requests), null, null, cancellationToken);

    /// <inheritdoc cref="RunAsync(IEnumerable{ModelRequest}, CancellationToken)"/>
    /// <param name="requests">The requests, of any models; none is fine and sends nothing.</param>
    /// <param name="progress">Is told of each result, and of the progress that the service reports of tasks with deliveryMethod async.</param>
    /// <param name="cancellationToken">Stops waiting. Tasks that were sent are carried out and charged all the same.</param>
    public IAsyncEnumerable<TaskResult> RunAsync(
        IEnumerable<ModelRequest> requests, IProgress<TaskProgress> progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return StreamAsync<TaskResult>(Check(requests), null, progress, cancellationToken);
    }

    /// <summary>Sends a request and gives everything that came of it, good or bad.</summary>
    /// <typeparam name="TResult">Type of one result.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops waiting. A task that was sent is carried out and charged all the same.</param>
    /// <returns>The results and, when not everything succeeded, the failure. Trouble with the service is never thrown.</returns>
    /// <exception cref="RequestValidationException">The card does not accept the request; nothing is sent.</exception>
    public async Task<TaskOutcome<TResult>> SendAsync<TResult>(ModelRequest<TResult> request, CancellationToken cancellationToken = default)
        where TResult : TaskResult, ITaskResult<TResult>
    {
        ArgumentNullException.ThrowIfNull(request);
        Check([request]);
        IReadOnlyList<TaskOutcome<TResult>> outcomes =
            await CollectAsync<TResult>([request], ResultTypes.Create<TResult>, cancellationToken).ConfigureAwait(false);
        return outcomes[0];
    }

    /// <summary>Sends several requests together and gives everything that came of each, good or bad.</summary>
    /// <param name="requests">The requests, of any models; none is fine and sends nothing.</param>
    /// <param name="cancellationToken">Stops waiting. Tasks that were sent are carried out and charged all the same.</param>
    /// <returns>One outcome for each request, in the same order. Trouble with the service is never thrown.</returns>
    /// <exception cref="ArgumentException">Two requests set the same task UUID, or one is null.</exception>
    /// <exception cref="RequestValidationException">A card does not accept a request; nothing is sent.</exception>
    public Task<IReadOnlyList<TaskOutcome<TaskResult>>> SendAsync(IEnumerable<ModelRequest> requests, CancellationToken cancellationToken = default) =>
        CollectAsync<TaskResult>(Check(requests), null, cancellationToken);

    /// <summary>Closes the connections. Sendings that are still under way fail.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposals, 1) == 1)
            return;
        await _closing.CancelAsync().ConfigureAwait(false);
        _closing.Dispose();
        await _transport.DisposeAsync().ConfigureAwait(false);
        if (_ownsHttp)
            _http.Dispose();
    }

    private bool IsDisposed => Volatile.Read(ref _disposals) > 0;

    private static HttpClient NewHttpClient() => new(new SocketsHttpHandler
    {
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        // An unreachable host is told soon, whatever a task may take; and a host that moves is found again.
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
    })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };
}
