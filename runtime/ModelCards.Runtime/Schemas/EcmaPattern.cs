using System.Text;
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
        string pattern = Translate(source);
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

    /// <summary>Writes what .NET reads otherwise: <c>$</c> (also before a last line end), <c>\d</c>, <c>\w</c> (any script) and the dot.</summary>
    private static string Translate(string source)
    {
        var result = new StringBuilder();
        bool inClass = false;
        for (int i = 0; i < source.Length; i++)
        {
            char c = source[i];
            switch (c)
            {
                case '\\' when i + 1 < source.Length:
                    result.Append(Escape(source[++i], inClass));
                    break;
                case '[' when !inClass:
                    inClass = true;
                    result.Append('[');
                    break;
                case '[':
                    result.Append("\\[");
                    break;
                case ']':
                    inClass = false;
                    result.Append(']');
                    break;
                case '$' when !inClass:
                    result.Append("\\z");
                    break;
                case '.' when !inClass:
                    result.Append("[^\\n\\r\\u2028\\u2029]");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    private static string Escape(char c, bool inClass) => (c, inClass) switch
    {
        ('d', false) => "[0-9]",
        ('d', true) => "0-9",
        ('D', false) => "[^0-9]",
        ('w', false) => "[A-Za-z0-9_]",
        ('w', true) => "A-Za-z0-9_",
        ('W', false) => "[^A-Za-z0-9_]",
        ('/' or '-' or ':' or '@' or '#' or '=', false) => Regex.Escape(c.ToString()),
        _ => "\\" + c,
    };
}
