using System.Buffers;
using System.Text.RegularExpressions;

namespace ModelCards.Transport;

/// <summary>The API key. It prints as asterisks, and blanks itself and other keys out of texts that a server sends back.</summary>
internal sealed partial class ApiKey
{
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");

    private ApiKey(string value) => Value = value;

    public string Value { get; }

    public static ApiKey Parse(string? text, string parameterName)
    {
        // A key that was copied or read from a file often ends in a line break.
        string key = text?.Trim() ?? "";
        if (key.Length == 0)
        {
            throw new ArgumentException(
                "An API key is needed. Get one at https://my.runware.ai/signup and pass it, or set the environment variable " +
                $"{RunwareClient.ApiKeyVariable} and use {nameof(RunwareClient)}.{nameof(RunwareClient.FromEnvironment)}.",
                parameterName);
        }

        return key.AsSpan().ContainsAnyExcept(Letters)
            ? throw new ArgumentException("The API key has characters that no key has, such as blanks or quotes. Copy it again.", parameterName)
            : new ApiKey(key);
    }

    public string Mask(string text) => KeyMember().Replace(text.Replace(Value, "***", StringComparison.Ordinal), "${name}***");

    /// <summary>Masks a quotation, which may have been cut off in the middle of the key.</summary>
    public string MaskCut(string text)
    {
        string safe = Mask(text);
        int begun = Math.Min(Value.Length - 1, safe.Length);
        while (begun > 0 && !safe.AsSpan().EndsWith(Value.AsSpan(0, begun), StringComparison.Ordinal))
            begun--;
        return begun == 0 ? safe : $"{safe[..^begun]}***";
    }

    public override string ToString() => "***";

    // The keys of a team come with its account; a quotation may end in the middle of one.
    [GeneratedRegex("(?<name>\"apiKey\"\\s*:\\s*\")[^\"]*", RegexOptions.NonBacktracking)]
    private static partial Regex KeyMember();
}
