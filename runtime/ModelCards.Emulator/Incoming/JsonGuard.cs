using System.Text.Json;
using System.Text.Unicode;

namespace ModelCards.Emulator.Incoming;

/// <summary>Looks through a body before anything is made of it, so that whatever passes can be read without surprises.</summary>
internal static class JsonGuard
{
    private const int LongestName = 1_000;
    private const int LongestNumber = 1_000;

    /// <summary>What is wrong with the text, as a sentence; null when it is sound JSON within the limits.</summary>
    public static string? FindProblem(ReadOnlySpan<byte> text, EmulatorLimits limits)
    {
        if (!Utf8.IsValid(text))
            return "The body is not valid UTF-8.";
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = limits.MaxJsonDepth });
        try
        {
            for (int tokens = 1; reader.Read(); tokens++)
            {
                if (tokens > limits.MaxJsonTokens)
                    return $"The body has more than {limits.MaxJsonTokens} JSON tokens.";
                if (FindProblem(ref reader) is { } problem)
                    return problem;
            }
        }
        catch (JsonException exception)
        {
            return $"The body is not valid JSON, or too deep: {exception.Message}";
        }
        catch (InvalidOperationException)
        {
            return "The body is not valid JSON: a string holds half of a surrogate pair.";
        }

        return null;
    }

    private static string? FindProblem(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.ValueSpan.Length > LongestName:
                return $"The body has a name of more than {LongestName} bytes.";
            case JsonTokenType.Number when reader.ValueSpan.Length > LongestNumber:
                return $"The body has a number of more than {LongestNumber} digits.";
            case JsonTokenType.PropertyName or JsonTokenType.String when reader.ValueIsEscaped:
                // Only unescaping tells whether the escapes form whole characters.
                _ = reader.GetString();
                return null;
            default:
                return null;
        }
    }
}
