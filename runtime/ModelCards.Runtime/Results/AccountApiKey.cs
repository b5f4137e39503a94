using System.Text.Json;

namespace ModelCards.Results;

/// <summary>An API key of the team. It prints its name, never the key.</summary>
public sealed class AccountApiKey : ResultPart
{
    internal AccountApiKey(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The key itself: a secret.</summary>
    public string? ApiKey => Members.Text("apiKey");

    /// <summary>Name; empty when the service sent none.</summary>
    public string Name => Members.Text("name") ?? "";

    /// <summary>What it is for.</summary>
    public string? Description => Members.Text("description");

    /// <summary>Whether it is let in.</summary>
    public bool? IsEnabled => Members.Flag("enabled");

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt => Members.Time("createdAt");

    /// <summary>When it was used last; null when never.</summary>
    public DateTimeOffset? LastUsedAt => Members.Time("lastUsedAt");

    /// <summary>How many requests came with it.</summary>
    public long? Requests => Members.Whole("requests");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
