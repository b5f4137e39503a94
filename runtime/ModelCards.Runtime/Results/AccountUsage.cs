using System.Text.Json;

namespace ModelCards.Results;

/// <summary>What the team used: sums, and lines by day, model or API key.</summary>
public sealed class AccountUsage : ResultPart
{
    internal AccountUsage(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>Since the day began.</summary>
    public UsageSum? Today => UsageSum.Of(Members.Find("today"));

    /// <summary>In the last 7 days.</summary>
    public UsageSum? Last7Days => UsageSum.Of(Members.Find("last7Days"));

    /// <summary>In the last 30 days.</summary>
    public UsageSum? Last30Days => UsageSum.Of(Members.Find("last30Days"));

    /// <summary>Ever.</summary>
    public UsageSum? Total => UsageSum.Of(Members.Find("total"));

    /// <summary>Day by day, where the request groups by date.</summary>
    public IReadOnlyList<UsageLine> ByDate => Lines("timeseries");

    /// <summary>Model by model, where the request groups by model.</summary>
    public IReadOnlyList<UsageLine> ByModel => Lines("model");

    /// <summary>API key by API key, where the request groups by API key.</summary>
    public IReadOnlyList<UsageLine> ByApiKey => Lines("apiKey");

    private UsageLine[] Lines(string group) => [.. Members.Find(group).Member("data").Objects().Select(line => new UsageLine(line))];
}
