using System.Runtime.InteropServices;

namespace ModelCards.Transport.Http;

/// <summary>The <c>User-Agent</c> of this client.</summary>
internal static class UserAgents
{
    public static string Of(string? prefix)
    {
        string version = typeof(UserAgents).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        string own = $"modelcards-dotnet/{version} ({RuntimeInformation.FrameworkDescription}; {RuntimeInformation.RuntimeIdentifier})";
        string whole = string.IsNullOrWhiteSpace(prefix) ? own : $"{prefix.Trim()} {own}";
        using var probe = new HttpRequestMessage();
        return probe.Headers.UserAgent.TryParseAdd(whole)
            ? whole
            : throw new ArgumentException($"UserAgentPrefix '{prefix}' cannot stand in a User-Agent header; use the form MyApp/1.0.", nameof(prefix));
    }
}
