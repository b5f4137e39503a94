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
        string pattern = EcmaTranslation.Of(source);
        try
        {
            _regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            // Look-around and back references need the other engine, which a hostile text could keep busy.
            _regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeOut);
        }
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
