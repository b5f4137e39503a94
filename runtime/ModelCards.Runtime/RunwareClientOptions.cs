using Microsoft.Extensions.Logging;

namespace ModelCards;

/// <summary>How a <see cref="RunwareClient"/> works. Read once, when the client is made.</summary>
public sealed class RunwareClientOptions
{
    /// <summary>The API key; get one at https://my.runware.ai/signup. It is sent to <see cref="Endpoint"/> only.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Where requests are sent, over http or https.</summary>
    /// <value>https://api.runware.ai/v1.</value>
    public Uri Endpoint { get; set; } = new("https://api.runware.ai/v1");

    /// <summary>How long a sending may take, from the first byte out to the last result in; also for a download.</summary>
    /// <value>
    /// 20 minutes, as in the official clients: a task that is given up is charged all the same, so giving up early only costs
    /// money. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits for ever.
    /// </value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Largest reply that is read, in bytes after decompression; a larger one is an error.</summary>
    /// <value>256 MB, enough for 20 images of 9 MB as base64.</value>
    public int ResponseSizeLimit { get; set; } = 256 * 1024 * 1024;

    /// <summary>How deep a reply may be nested, in levels; a deeper one is an error.</summary>
    /// <value>64.</value>
    public int MaxDepth { get; set; } = 64;

    /// <summary>The HTTP client to use, for example one of IHttpClientFactory or one with a proxy. It is not disposed.</summary>
    /// <value>null: the client makes its own. Beware of the 100 seconds that an <see cref="System.Net.Http.HttpClient"/> waits unless told otherwise.</value>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The clock of time-outs and measurements.</summary>
    /// <value>The system's.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Makes the logger, named <c>ModelCards.RunwareClient</c>. Neither the API key nor prompts are logged.</summary>
    /// <value>null: nothing is logged.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>What the <c>User-Agent</c> header begins with, such as <c>MyApp/1.0</c>.</summary>
    /// <value>null: only the name of this library and of the platform.</value>
    public string? UserAgentPrefix { get; set; }

    /// <summary>Whether requests are sent even where their card does not accept them.</summary>
    /// <value>false. Set it only where a card is behind the service: what the service refuses costs a round trip, what it misreads costs money.</value>
    public bool SendUnchecked { get; set; }

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Endpoint);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("http" or "https"))
            throw new ArgumentException($"Endpoint '{Endpoint}' is not an http or https URL.", nameof(Endpoint));
        // The longest that a timer takes.
        if (Timeout != System.Threading.Timeout.InfiniteTimeSpan && (Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > uint.MaxValue - 1))
            throw new ArgumentException($"Timeout {Timeout} is not a positive time of at most 49 days.", nameof(Timeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ResponseSizeLimit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxDepth);
    }
}
