using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace ModelCards.Schemas;

/// <summary>The formats that cards use: <c>uuid</c> (RFC 9562) and <c>uri</c> (RFC 3986, absolute).</summary>
internal static class Formats
{
    private static readonly SearchValues<char> UriCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");
    private static readonly SearchValues<char> OutsideAddress = SearchValues.Create("/?#[]@%");

    public static bool IsKnown(string format) => format is "uuid" or "uri";

    public static bool Accepts(string format, string text) => format switch
    {
        "uuid" => IsUuid(text),
        "uri" => IsUri(text),
        _ => true,
    };

    /// <summary>Hexadecimal digits in groups of 8, 4, 4, 4 and 12; <see cref="Guid"/> would also take spaces and signs.</summary>
    public static bool IsUuid(string text)
    {
        if (text.Length != 36)
            return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
                return false;
        }

        return true;
    }

    private static bool IsUri(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !char.IsAsciiLetter(text[0]) || text.AsSpan().ContainsAnyExcept(UriCharacters))
            return false;
        foreach (char c in text.AsSpan(1, colon - 1))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(colon + 1);
        return HasWholeEscapes(text) && HasOneFragment(rest) && HasSoundAuthority(rest);
    }

    private static bool HasWholeEscapes(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])))
                return false;
        }

        return true;
    }

    private static bool HasOneFragment(ReadOnlySpan<char> rest)
    {
        int hash = rest.IndexOf('#');
        return hash < 0 || !rest[(hash + 1)..].Contains('#');
    }

    private static bool HasSoundAuthority(ReadOnlySpan<char> rest)
    {
        int end = rest.StartsWith("//") ? rest[2..].IndexOfAny('/', '?', '#') : 0;
        ReadOnlySpan<char> authority = rest.StartsWith("//") ? (end < 0 ? rest[2..] : rest.Slice(2, end)) : [];
        ReadOnlySpan<char> tail = rest[(authority.Length + (rest.StartsWith("//") ? 2 : 0))..];
        if (tail.ContainsAny('[', ']'))
            return false;
        int user = authority.IndexOf('@');
        ReadOnlySpan<char> host = authority[(user + 1)..];
        if (host.Contains('@') || (user >= 0 && authority[..user].ContainsAny('[', ']')))
            return false;
        if (host.StartsWith("["))
        {
            int close = host.IndexOf(']');
            return close > 0 && IsAddress(host[1..close]) && IsPort(host[(close + 1)..]);
        }

        int port = host.IndexOf(':');
        return !host.ContainsAny('[', ']') && (port < 0 || IsPort(host[port..]));
    }

    /// <summary>What stands in brackets: an IPv6 address, or one of a version to come (<c>v1.x</c>).</summary>
    private static bool IsAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("v", StringComparison.OrdinalIgnoreCase)
            ? IsFutureAddress(text[1..])
            : IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static bool IsFutureAddress(ReadOnlySpan<char> text)
    {
        int point = text.IndexOf('.');
        return point > 0 && point < text.Length - 1 && !text[..point].ContainsAnyExcept(HexDigits) && !text[(point + 1)..].ContainsAny(OutsideAddress);
    }

    private static bool IsPort(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0] == ':' && !text[1..].ContainsAnyExceptInRange('0', '9'));
}
