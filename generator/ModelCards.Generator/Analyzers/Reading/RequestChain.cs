using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelCards.Generator.Analyzers.Cards;

namespace ModelCards.Generator.Analyzers.Reading;

internal enum ChainEnd
{
    /// <summary>The builder goes elsewhere, and may be changed there.</summary>
    Open,
    Built,
    BuiltUnchecked,
}

/// <summary>Builder calls that follow each other in one expression.</summary>
internal sealed class RequestChain
{
    public required ObjectShape Shape { get; init; }

    /// <summary>Whether the builder was empty at the first call, so that what is not set here is not set.</summary>
    public required bool StartsEmpty { get; init; }

    public required IReadOnlyList<Setting> Settings { get; init; }

    /// <summary>Whether members were set by name, which nothing can be told of.</summary>
    public required bool HasExtra { get; init; }

    public required ChainEnd End { get; init; }

    /// <summary>The outermost call.</summary>
    public required IInvocationOperation Outermost { get; init; }

    /// <summary>What the calls begin with.</summary>
    public required IOperation Start { get; init; }

    /// <summary>Settings that another one has not replaced since.</summary>
    public IEnumerable<Setting> Surviving => Survivors(Settings);

    public static IEnumerable<Setting> Survivors(IReadOnlyList<Setting> settings)
    {
        for (int i = 0; i < settings.Count; i++)
        {
            Setting[] later = [.. settings.Skip(i + 1).Where(later => later.Member == settings[i].Member)];
            if (Array.TrueForAll(later, setting => setting.IsAddition))
                yield return later.Length == 0 ? settings[i] : settings[i] with { IsAddedTo = true };
        }
    }
}
