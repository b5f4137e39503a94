using System.Net.WebSockets;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Polly;

namespace ModelCards;

/// <summary>How a <see cref="RunwareClient"/> works. Read once, when the client is made.</summary>
public sealed class RunwareClientOptions
{
    /// <summary>
    /// The API key; get one at https://my.runware.ai/signup. It is sent to <see cref="Endpoint"/> and <see cref="StreamingEndpoint"/> only.
    /// </summary>
    /// <remarks>Options that are written as JSON leave it out.</remarks>
    [JsonIgnore]
    public string? ApiKey { get; set; }

    /// <summary>Runware's endpoint for WebSockets.</summary>
    public static Uri WebSocketEndpoint { get; } = new("wss://ws-api.runware.ai/v1");

    /// <summary>Runware's endpoint for HTTP.</summary>
    public static Uri HttpEndpoint { get; } = new("https://api.runware.ai/v1");

    /// <summary>
    /// Where requests are sent, and how: over a WebSocket where it is a ws or wss URL, over HTTP where it is an http or https URL.
    /// </summary>
    /// <value><see cref="WebSocketEndpoint"/>. Over HTTP a reply ends with its connection; a WebSocket resumes.</value>
    public Uri Endpoint { get; set; } = WebSocketEndpoint;

    /// <summary>Where texts are streamed from, which is always over HTTP: an http or https URL.</summary>
    /// <value>
    /// null: the same as <see cref="Endpoint"/> over HTTP. Where that is Runware's for WebSockets it is <see cref="HttpEndpoint"/>; another
    /// ws or wss URL is taken with http or https in its place.
    /// </value>
    public Uri? StreamingEndpoint { get; set; }

    /// <summary>How many WebSockets share the load; a sending and its polls stay on one.</summary>
    /// <value>From 1 to 64; 1. Runware advises 2 to 4 tasks at a time per connection.</value>
    public int Connections { get; set; } = 1;

    /// <summary>Changes how WebSockets are opened, for example through a proxy.</summary>
    /// <value>null: as the platform does.</value>
    public Action<ClientWebSocketOptions>? ConfigureWebSocket { get; set; }

    /// <summary>How long a sending may take, from the first byte out to the last result in; also a download, and a streamed text.</summary>
    /// <value>
    /// 20 minutes, as in the official clients: a task that is given up is charged all the same, so giving up early only costs
    /// money. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits for ever.
    /// </value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>
    /// How long over a WebSocket nothing may come of a task before it is sent again under the same task UUID, by which the service
    /// tells whether it has it; how long nothing may come of a download before it is tried again; and how long nothing, not even a sign of
    /// life, may come of a streamed text before it is given up.
    /// </summary>
    /// <value>60 seconds.</value>
    public TimeSpan ReplyTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Decides what is sent again, when and how often; it sees a <see cref="SendAttempt"/> for each time that tasks were sent.</summary>
    /// <value>null: as <see cref="RetryPolicies.DefaultOptions"/> says. <see cref="RetryPolicies.None"/> repeats nothing.</value>
    /// <remarks>A connection that breaks is made anew whatever the policy says, and what has no answer is sent over it.</remarks>
    public ResiliencePipeline<SendAttempt>? RetryPolicy { get; set; }

    /// <summary>Largest reply that is read, in bytes after decompression; a larger one is an error.</summary>
    /// <value>256 MB, enough for 20 images of 9 MB as base64.</value>
    public int ResponseSizeLimit { get; set; } = 256 * 1024 * 1024;

    /// <summary>Largest file that is downloaded to a stream or saved, in bytes; a larger one is an error.</summary>
    /// <value>4 GB. What is downloaded into memory is bounded by <see cref="ResponseSizeLimit"/>.</value>
    public long DownloadSizeLimit { get; set; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How deep a reply may be nested, in levels; a deeper one is an error.</summary>
    /// <value>64.</value>
    public int MaxDepth { get; set; } = 64;

    /// <summary>
    /// The HTTP client to use over HTTP, for streamed texts and for downloads, for example one of IHttpClientFactory or one with a proxy.
    /// It is not disposed.
    /// </summary>
    /// <value>null: the client makes its own. Beware of the 100 seconds that an <see cref="System.Net.Http.HttpClient"/> waits unless told otherwise.</value>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The clock of time-outs and measurements.</summary>
    /// <value>The system's.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Makes the logger, named <c>ModelCards.RunwareClient</c>. The API key is never logged, prompts only where
    /// <see cref="LogRequests"/> asks for it.
    /// </summary>
    /// <value>null: nothing is logged.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Whether the JSON of each request, its prompts among it, is logged at the level Debug, without files and cut at 8 KB.</summary>
    /// <value>false. Requests of the account, which may name API keys, are not logged in any case.</value>
    public bool LogRequests { get; set; }

    /// <summary>What the <c>User-Agent</c> header begins with, such as <c>MyApp/1.0</c>.</summary>
    /// <value>null: only the name of this library and of the platform.</value>
    public string? UserAgentPrefix { get; set; }

    /// <summary>Whether requests are sent even where their card does not accept them.</summary>
    /// <value>false. Set it only where a card is behind the service: what the service refuses costs a round trip, what it misreads costs money.</value>
    public bool SendUnchecked { get; set; }

    internal Uri EndpointOfStreams => StreamingEndpoint ?? (Endpoint.Scheme is "http" or "https" ? Endpoint : new UriBuilder(Endpoint)
    {
        Scheme = Endpoint.Scheme == "ws" ? "http" : "https",
        Host = Endpoint.Host == WebSocketEndpoint.Host ? HttpEndpoint.Host : Endpoint.Host,
    }.Uri);

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Endpoint);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("http" or "https" or "ws" or "wss"))
            throw new ArgumentException($"Endpoint '{Endpoint}' is not a ws, wss, http or https URL.", nameof(Endpoint));
        if (StreamingEndpoint is { } streaming && !(streaming.IsAbsoluteUri && streaming.Scheme is "http" or "https"))
            throw new ArgumentException($"StreamingEndpoint '{streaming}' is not an http or https URL.", nameof(StreamingEndpoint));
        if (Connections is < 1 or > 64)
            throw new ArgumentException($"Connections {Connections} is not a number from 1 to 64.", nameof(Connections));
        if (Timeout != System.Threading.Timeout.InfiniteTimeSpan)
            CheckTime(Timeout, nameof(Timeout));
        CheckTime(ReplyTimeout, nameof(ReplyTimeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ResponseSizeLimit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(DownloadSizeLimit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxDepth);
    }

    // 49 days are the longest that a timer takes.
    private static void CheckTime(TimeSpan time, string name)
    {
        if (time <= TimeSpan.Zero || time.TotalMilliseconds > uint.MaxValue - 1)
            throw new ArgumentException($"{name} {time} is not a positive time of at most 49 days.", name);
    }
}
