using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelCards.Cards;
using ModelCards.Emulator.Faults;

namespace ModelCards.Emulator;

/// <summary>What an emulator listens on, whom it lets in, and which cards it judges with.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Port on 127.0.0.1.</summary>
    /// <value>0, which takes a free one, when not set.</value>
    public int Port { get; init; }

    /// <summary>The API keys that are accepted; any other is an <c>invalidApiKey</c>.</summary>
    /// <value>null, which accepts every key that is not empty, when not set.</value>
    public IReadOnlyCollection<string>? ApiKeys { get; init; }

    /// <summary>The cards that requests are judged with.</summary>
    /// <value>Every card of the ModelCards.Runware package when not set.</value>
    public IReadOnlyList<ModelCard> Cards { get => field ??= ModelCards.Runware.RunwareCards.All; init; }

    /// <summary>Where to log to; neither keys nor prompts are logged.</summary>
    /// <value>Nowhere when not set.</value>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The clock by which tasks progress, URLs and sessions expire, idle sockets are closed and webhooks are tried again.</summary>
    /// <value>The system's clock when not set.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a task takes from its acceptance to its last result; the results come at even intervals.</summary>
    /// <value>Zero, which finishes every task at once, when not set.</value>
    public TimeSpan TaskTime { get; init; }

    /// <summary>Faults to begin with; more can be added at any time through <see cref="RunwareEmulator.Faults"/>.</summary>
    /// <value>None when not set.</value>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>A model for examples, one that a card is of where there is any.</summary>
    internal string SampleModel => Cards.FirstOrDefault(card => card.Air is not null)?.Air ?? "runware:100@1";

    /// <summary>Bounds that keep hostile input harmless.</summary>
    public EmulatorLimits Limits { get; init; } = new();
}
