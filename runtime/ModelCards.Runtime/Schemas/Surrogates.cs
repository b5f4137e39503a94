using System.Buffers;
using System.Text;

namespace ModelCards.Schemas;

/// <summary>Halves of characters beyond the basic plane.</summary>
internal static class Surrogates
{
    // A search by range would box its bounds for as long as the caller is not optimised.
    private static readonly SearchValues<char> All = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    public static bool AreIn(string text) => text.AsSpan().ContainsAny(All);

    /// <summary>Whether a half stands without its other half.</summary>
    public static bool AreBrokenIn(string text)
    {
        if (!AreIn(text))
            return false;
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int consumed) != OperationStatus.Done)
                return true;
            rest = rest[consumed..];
        }

        return false;
    }
}
