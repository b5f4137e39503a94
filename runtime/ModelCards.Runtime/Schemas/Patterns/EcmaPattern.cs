using System.Text.RegularExpressions;

namespace ModelCards.Schemas;

/// <summary>A <c>pattern</c> with its ECMAScript meaning, matched in bounded time.</summary>
internal sealed class EcmaPattern
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(1);
    private readonly Regex _regex;
    private string? _lastMatch;

    public EcmaPattern(string source)
    {
        Source = source;
        EcmaTranslation translation = EcmaTranslation.Of(source);
        // The generator lets a pattern with look-around pass only where trying stays cheap; the time-out is a second belt.
        _regex = translation.NeedsBacktracking
            ? new Regex(translation.Pattern, RegexOptions.CultureInvariant, TimeOut)
            : new Regex(translation.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    public string Source { get; }

    public bool IsMatch(string text)
    {
        // A request is judged when it is built and again when it is sent: the same text needs no second look.
        if (ReferenceEquals(text, _lastMatch))
            return true;
        try
        {
            if (!_regex.IsMatch(text))
                return false;
            _lastMatch = text;
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
