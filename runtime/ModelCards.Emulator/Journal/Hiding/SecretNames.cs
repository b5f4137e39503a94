namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>Names of members whose values are nobody's business.</summary>
internal static class SecretNames
{
    /// <summary>Whether the name is <c>apiKey</c>, in whatever spelling, or has it in it: <c>api_key</c>, <c>X-API-Key</c>, <c>apiKeys</c>.</summary>
    public static bool Has(ReadOnlySpan<char> name)
    {
        Span<char> letters = name.Length <= 128 ? stackalloc char[name.Length] : new char[name.Length];
        int count = 0;
        foreach (char letter in name)
        {
            if (char.IsAsciiLetter(letter))
                letters[count++] = char.ToLowerInvariant(letter);
        }

        ReadOnlySpan<char> word = letters[..count];
        return word.IndexOf("apikey") >= 0 || word.IndexOf("authorization") >= 0;
    }
}
