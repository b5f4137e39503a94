using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class FormatTests
{
    [Theory]
    [InlineData("a770f077-f413-47de-9dac-be0b26a35da6")]
    [InlineData("A770F077-F413-47DE-9DAC-BE0B26A35DA6")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    public void AUuidIsFiveGroupsOfHexadecimalDigits(string text) => Judged.Accepts("""{"format":"uuid"}""", JsonSerializer.Serialize(text));

    [Theory]
    [InlineData("")]
    [InlineData("a770f077f41347de9dacbe0b26a35da6")]
    [InlineData("{a770f077-f413-47de-9dac-be0b26a35da6}")]
    [InlineData("urn:uuid:a770f077-f413-47de-9dac-be0b26a35da6")]
    [InlineData(" a770f077-f413-47de-9dac-be0b26a35da6")]
    [InlineData("a770f077-f413-47de-9dac-be0b26a35da6\n")]
    [InlineData("a770f077-f413-47de-9dac-be0b26a35da")]
    [InlineData("a770f077-f413-47de-9dac-be0b26a35da67")]
    [InlineData("g770f077-f413-47de-9dac-be0b26a35da6")]
    [InlineData("0x70f077-f413-47de-9dac-be0b26a35da6")]
    [InlineData("+770f077-f413-47de-9dac-be0b26a35da6")]
    [InlineData("a770f0-77f413-47de-9dac-be0b26a35da6")]
    [InlineData("٣770f077-f413-47de-9dac-be0b26a35da6")]
    public void AnythingElseIsNoUuid(string text) => Judged.Refuses("format", """{"format":"uuid"}""", JsonSerializer.Serialize(text));

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://example.com/")]
    [InlineData("http://user:password@example.com:8080/a/b;c=1?x=y&z#top")]
    [InlineData("https://example.com/%E6%BC%A2?sig=a%2Bb%3D")]
    [InlineData("HTTPS://EXAMPLE.COM")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("http://[::1]:8080/x")]
    [InlineData("http://[2001:db8::7]/")]
    [InlineData("http://[::ffff:1.2.3.4]/")]
    [InlineData("http://[v1.fe80::a+en1]/")]
    [InlineData("http://[V7f.x]:80/")]
    [InlineData("urn:isbn:0451450523")]
    [InlineData("mailto:john@example.com")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("file:///tmp/x")]
    [InlineData("a+b-c.d:x")]
    [InlineData("http://example.com:/")]
    public void AUriIsAbsolute(string text) => Judged.Accepts("""{"format":"uri"}""", JsonSerializer.Serialize(text));

    [Theory]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("/path")]
    [InlineData("//example.com/x")]
    [InlineData(":foo")]
    [InlineData("1http://example.com")]
    [InlineData("ht~tp://example.com")]
    [InlineData("https://exam ple.com")]
    [InlineData("https://example.com/a b")]
    [InlineData("https://example.com/漢")]
    [InlineData("https://example.com/%E")]
    [InlineData("https://example.com/%zz")]
    [InlineData("https://example.com/a#b#c")]
    [InlineData("https://example.com/<x>")]
    [InlineData("https://example.com/{x}")]
    [InlineData("https://example.com/a\\b")]
    [InlineData("https://example.com/\"")]
    [InlineData("https://example.com/x\n")]
    [InlineData("http://[::1")]
    [InlineData("http://::1]/")]
    [InlineData("http://[1.2.3.4]/")]
    [InlineData("http://[12]/")]
    [InlineData("http://[v1]/")]
    [InlineData("http://[v1.]/")]
    [InlineData("http://[v.x]/")]
    [InlineData("http://[vg.x]/")]
    [InlineData("http://[v1.x@y]/")]
    [InlineData("http://[::1]x/")]
    [InlineData("http://example.com:port/")]
    [InlineData("http://example.com:80:90/")]
    [InlineData("http://a@b@example.com/")]
    [InlineData("http://a[b]@example.com/")]
    [InlineData("http://example.com/[x]")]
    [InlineData("http://example.com/?q=[x]")]
    public void AnythingElseIsNoUri(string text) => Judged.Refuses("format", """{"format":"uri"}""", JsonSerializer.Serialize(text));

    [Fact]
    public void AUuidIsNoUriAndAUriIsNoUuid()
    {
        Judged.Refuses("format", """{"format":"uri"}""", "\"a770f077-f413-47de-9dac-be0b26a35da6\"");
        Judged.Refuses("format", """{"format":"uuid"}""", "\"https://example.com\"");
        Judged.Accepts("""{"oneOf":[{"format":"uuid"},{"format":"uri"}]}""", "\"a770f077-f413-47de-9dac-be0b26a35da6\"", "\"https://example.com\"");
    }

    [Fact]
    public void AFormatAndALengthAreBothAskedFor()
    {
        Judged.Refuses("minLength", """{"format":"uuid","minLength":37}""", "\"a770f077-f413-47de-9dac-be0b26a35da6\"");
        Judged.Refuses("maxLength", """{"format":"uuid","maxLength":35}""", "\"a770f077-f413-47de-9dac-be0b26a35da6\"");
        Judged.Refuses("maxLength", """{"format":"uri","maxLength":18}""", "\"https://example.com\"");
    }
}
