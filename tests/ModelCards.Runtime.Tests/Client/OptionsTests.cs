using Xunit;

namespace ModelCards.Runtime.Tests.Client;

public sealed class OptionsTests
{
    public static TheoryData<Action<RunwareClientOptions>, string> Senseless { get; } = new()
    {
        { options => options.Endpoint = new Uri("ftp://ws-api.runware.ai/v1"), "Endpoint 'ftp://ws-api.runware.ai/v1' is not a ws, wss, http or https URL. (Parameter 'Endpoint')" },
        { options => options.Endpoint = new Uri("/v1", UriKind.Relative), "Endpoint '/v1' is not a ws, wss, http or https URL. (Parameter 'Endpoint')" },
        { options => options.Connections = 0, "Connections 0 is not a number from 1 to 64. (Parameter 'Connections')" },
        { options => options.ReplyTimeout = TimeSpan.Zero, "ReplyTimeout 00:00:00 is not a positive time of at most 49 days. (Parameter 'ReplyTimeout')" },
        { options => options.Timeout = TimeSpan.Zero, "Timeout 00:00:00 is not a positive time of at most 49 days. (Parameter 'Timeout')" },
        { options => options.Timeout = TimeSpan.FromDays(50), "Timeout 50.00:00:00 is not a positive time of at most 49 days. (Parameter 'Timeout')" },
        { options => options.UserAgentPrefix = "My (App", "UserAgentPrefix 'My (App' cannot stand in a User-Agent header; use the form MyApp/1.0. (Parameter 'prefix')" },
    };

    [Theory]
    [MemberData(nameof(Senseless))]
    public void OptionsWithoutSenseAreRefused(Action<RunwareClientOptions> change, string message)
    {
        var options = new RunwareClientOptions { ApiKey = FakeService.Key };
        change(options);

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new RunwareClient(options)).Message);
    }

    /// <summary>The documented defaults; what is set changes nothing else.</summary>
    [Fact]
    public void WhatIsNotSetKeepsItsDefault()
    {
        var options = new RunwareClientOptions { ApiKey = FakeService.Key, Connections = 3 };

        Assert.Equal(
            (RunwareClientOptions.WebSocketEndpoint, 3, TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(60), 256 * 1024 * 1024, 4L << 30, 64, TimeProvider.System),
            (options.Endpoint, options.Connections, options.Timeout, options.ReplyTimeout, options.ResponseSizeLimit, options.DownloadSizeLimit, options.MaxDepth, options.TimeProvider));
        Assert.False(options.SendUnchecked);
        Assert.Equal(
            [null, null, null, null, null],
            new object?[] { options.RetryPolicy, options.HttpClient, options.ConfigureWebSocket, options.LoggerFactory, options.UserAgentPrefix });
    }

    [Fact]
    public void LimitsArePositive()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunwareClient(new RunwareClientOptions { ApiKey = "k", ResponseSizeLimit = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunwareClient(new RunwareClientOptions { ApiKey = "k", MaxDepth = 0 }));
    }

    [Fact]
    public async Task WaitingForEverIsAllowed()
    {
        RunwareClientOptions options = FakeService.Answering("""{"data":[]}""").Options();
        options.Timeout = Timeout.InfiniteTimeSpan;
        await using var client = new RunwareClient(options);

        Assert.False((await client.SendAsync(new PictureRequest { PositivePrompt = "a lighthouse" })).IsSuccess);
    }
}
