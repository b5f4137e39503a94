using ModelCards.Runtime.Tests.Harness;
using ModelCards.Webhooks;
using Xunit;

namespace ModelCards.Runtime.Tests.Webhooks;

public sealed class WebhookSecretTests
{
    private const string Text = "0123456789abcdef";

    [Fact]
    public void OnlyTheSecretMatches()
    {
        var secret = new WebhookSecret(Text);

        Assert.True(secret.Matches(Text));
        Assert.All([null, "", Text[1..], Text + "0", Text.ToUpperInvariant(), " " + Text], candidate => Assert.False(secret.Matches(candidate)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("0123456789abcde", 15)]
    [InlineData("                    ", 0)]
    public void AShortSecretIsRefusedWithAWayOutAndWithoutItself(string text, int length)
    {
        var error = Assert.Throws<ArgumentException>(() => new WebhookSecret(text));

        Assert.StartsWith(
            $"The secret of a webhook needs at least 16 characters that nobody can guess, but has {length}. Draw one, for example with: openssl rand -hex 32",
            error.Message,
            StringComparison.Ordinal);
        Assert.False(text.Length > 0 && error.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void ItPrintsAsAsterisks() => Assert.Equal("***", $"{new WebhookSecret(Text)}");

    [Theory]
    [InlineData("https://example.com/hooks", "https://example.com/hooks?secret=0123456789abcdef")]
    [InlineData("https://example.com", "https://example.com/?secret=0123456789abcdef")]
    [InlineData("https://example.com:8443/a%20b/?tenant=x%26y", "https://example.com:8443/a%20b/?tenant=x%26y&secret=0123456789abcdef")]
    [InlineData("http://127.0.0.1:5000/hooks?", "http://127.0.0.1:5000/hooks?secret=0123456789abcdef")]
    public void TheUrlHoldsTheSecretInItsQuery(string endpoint, string url) =>
        Assert.Equal(url, new WebhookSecret(Text).AddTo(new Uri(endpoint)).AbsoluteUri);

    [Fact]
    public void AnySecretSurvivesTheUrl() => ForAll.Values(Drawn.Text, drawn =>
    {
        string text = Text + drawn;
        Uri url = new WebhookSecret(text).AddTo(new Uri("https://example.com/hooks?a=b"));

        Assert.Equal(text, Uri.UnescapeDataString(url.OriginalString.Split("&secret=")[1]));
        Assert.Equal(url.OriginalString, url.AbsoluteUri);
        Assert.Equal("/hooks", url.AbsolutePath);
    });

    [Theory]
    [InlineData("/hooks", "The address of a webhook must be an absolute http or https URL.")]
    [InlineData("ftp://example.com/hooks", "The address of a webhook must be an absolute http or https URL.")]
    [InlineData("https://example.com/hooks#top", "The address of a webhook cannot have a fragment: it would not be sent.")]
    [InlineData("https://example.com/?a=b&Secre%74=x", "The address of a webhook has a query parameter 'secret' already.")]
    public void AnAddressThatCannotCarryItIsRefused(string endpoint, string message) => Assert.StartsWith(
        message,
        Assert.Throws<ArgumentException>(() => new WebhookSecret(Text).AddTo(new Uri(endpoint, UriKind.RelativeOrAbsolute))).Message,
        StringComparison.Ordinal);
}
