using System.Security.Cryptography;
using System.Text;

namespace ModelCards.Webhooks;

/// <summary>
/// What only the service and the receiver know. The service signs nothing, so that the secret travels in the query of the
/// <c>webhookURL</c>.
/// </summary>
/// <remarks>
/// It stands in the query and not in the path, because log scopes, HTTP logging and traces of ASP.NET Core keep the path, and
/// leave the query out unless told. It prints as asterisks.
/// </remarks>
public sealed class WebhookSecret
{
    /// <summary>Name of the query parameter: <c>secret</c>.</summary>
    public const string ParameterName = "secret";

    /// <summary>Fewest characters of a secret: 16. Draw 32 random bytes, for example with <c>openssl rand -hex 32</c>.</summary>
    public const int MinLength = 16;

    private readonly string _value;
    private readonly byte[] _hash;

    /// <summary>Takes a secret.</summary>
    /// <param name="value">Any text of at least <see cref="MinLength"/> characters that nobody can guess.</param>
    /// <exception cref="ArgumentException">It is too short or blank.</exception>
    public WebhookSecret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length < MinLength || string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException(
                $"The secret of a webhook needs at least {MinLength} characters that nobody can guess, but has {value.Trim().Length}. " +
                "Draw one, for example with: openssl rand -hex 32",
                nameof(value));
        }

        _value = value;
        _hash = Hash(value);
    }

    /// <summary>Whether a text is the secret. How long the comparison takes does not tell how much of it is right.</summary>
    /// <param name="candidate">What a caller brought; null when nothing.</param>
    public bool Matches(string? candidate) => candidate is not null && CryptographicOperations.FixedTimeEquals(Hash(candidate), _hash);

    /// <summary>Makes the <c>webhookURL</c> of a request.</summary>
    /// <param name="endpoint">Where the service reaches the receiver, such as <c>https://example.com/runware</c>; a query is kept. Use
    /// https: others on the way can read the secret otherwise.</param>
    /// <returns>The URL with the secret as its last query parameter, escaped. Do not log it.</returns>
    /// <exception cref="ArgumentException">It is no absolute http or https URL, or has a fragment or a secret already.</exception>
    public Uri AddTo(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https"))
            throw new ArgumentException("The address of a webhook must be an absolute http or https URL.", nameof(endpoint));
        if (endpoint.Fragment.Length > 0)
            throw new ArgumentException("The address of a webhook cannot have a fragment: it would not be sent.", nameof(endpoint));
        string query = endpoint.Query.TrimStart('?');
        if (Array.Exists(query.Split('&'), IsSecret))
            throw new ArgumentException($"The address of a webhook has a query parameter '{ParameterName}' already.", nameof(endpoint));
        string rest = query.Length == 0 ? "" : query + "&";
        return new Uri($"{endpoint.GetLeftPart(UriPartial.Path)}?{rest}{ParameterName}={Uri.EscapeDataString(_value)}");
    }

    /// <summary>Asterisks.</summary>
    public override string ToString() => "***";

    private static bool IsSecret(string parameter) =>
        Uri.UnescapeDataString(parameter.Split('=')[0]).Equals(ParameterName, StringComparison.OrdinalIgnoreCase);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
