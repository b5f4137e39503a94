using ModelCards.EndToEnd.Tests.Client;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using Polly;
using Polly.Retry;

namespace ModelCards.EndToEnd.Tests.Texts;

/// <summary>A client of an emulator that writes texts; what is sent again is sent at once.</summary>
internal static class TextSession
{
    public static QuillTextRequestBuilder Ask(string prompt = "What does a lighthouse do at dusk?") =>
        QuillTextRequest.Create([QuillTextMessage.Create(QuillTextMessageRole.User, prompt).Build()]);

    public static Task<ClientSession> StartAsync(bool isHttp, params Fault[] faults) => StartAsync(isHttp, TimeProvider.System, faults);

    /// <param name="isHttp">Whether the client's endpoint is the one of HTTP.</param>
    /// <param name="clock">The clock of the emulator.</param>
    /// <param name="faults">What goes wrong.</param>
    public static Task<ClientSession> StartAsync(bool isHttp, TimeProvider clock, params Fault[] faults) => ClientSession.StartAsync(
        (options, emulator) =>
        {
            options.Endpoint = isHttp ? emulator.Endpoint : emulator.WebSocketEndpoint;
            RetryStrategyOptions<SendAttempt> retry = RetryPolicies.DefaultOptions;
            retry.DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
            options.RetryPolicy = new ResiliencePipelineBuilder<SendAttempt>().AddRetry(retry).Build();
        },
        new EmulatorOptions
        {
            ApiKeys = [ClientSession.Key],
            Cards = [QuillTextRequest.Card],
            Faults = faults,
            TimeProvider = clock,
        });
}
