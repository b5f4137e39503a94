using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelCards.Emulator.Journal.Hiding;
using ModelCards.Runtime.Tests.Harness;

namespace ModelCards.EndToEnd.Tests.Journal;

public class KeyHidingTests
{
    private const int Piece = 6;

    [Fact]
    public void AKeyNeverShowsWhateverItsSpellingOrderAndNesting() => ForAll.Values(
        from key in DrawnFrames.Key from frame in DrawnFrames.Frame(key) select (key, frame),
        drawn => AssertHidden(drawn.key, Incoming(drawn.frame)));

    [Fact]
    public void AKeyNeverShowsInAReply() => ForAll.Values(
        from key in DrawnFrames.Key from frame in DrawnFrames.Frame(key) select (key, frame),
        drawn => AssertHidden(drawn.key, Scanner(drawn.key).ScanOutgoing(Bytes(drawn.frame), Bytes(drawn.frame).Length)));

    [Fact]
    public void AKeyThatIsKnownNeverShowsInPartWhereverAFrameIsCut() => ForAll.Values(
        from key in DrawnFrames.Key
        from frame in DrawnFrames.Frame(key)
        from cut in Gen.Choose(0, Bytes(frame).Length - 1)
        select (key, frame, cut),
        drawn => AssertHidden(drawn.key, Scanner(drawn.key).ScanIncoming(Bytes(drawn.frame).AsSpan(0, drawn.cut), Bytes(drawn.frame).Length)));

    [Fact]
    public void AKeyInItsPlaceNeverShowsWhereverAFrameIsCut() => ForAll.Values(
        from key in DrawnFrames.Key
        from frame in DrawnFrames.Authentication(key)
        from cut in Gen.Choose(0, Bytes(frame).Length - 1)
        select (key, frame, cut),
        drawn => AssertHidden(drawn.key, Scanner(null).ScanIncoming(Bytes(drawn.frame).AsSpan(0, drawn.cut), Bytes(drawn.frame).Length)));

    [Fact]
    public void AKeyInItsPlaceNeverShowsThoughTheFrameIsNoJson() => ForAll.Values(
        from key in DrawnFrames.Key
        from spelled in DrawnFrames.Spelled(key)
        from first in Gen.Elements("\"taskType\":\"authentication\",", "\"a\":[1,2],", "")
        from last in Gen.Elements(",\"taskType\":\"authentication\"", ",\"b\":\"c\"", "")
        let before = $"[{{{first}\""
        let between = "\":"
        from damaged in Damage($"{before}\u0001{between}\u0002{last}}}]")
        select (key, frame: damaged.Replace("\u0001", "apiKey", StringComparison.Ordinal).Replace("\u0002", spelled, StringComparison.Ordinal)),
        drawn => AssertHidden(drawn.key, Incoming(drawn.frame)),
        tests: 3000);

    [Fact]
    public void AKeyThatIsKnownNeverShowsThoughTheFrameIsNoJson() => ForAll.Values(
        from key in DrawnFrames.Key
        from spelled in DrawnFrames.Spelled(key)
        from damaged in Damage("[{\"a\":\u0002,\"b\":{\"c\":[\u0002]}},\u0002]")
        from isCut in Gen.Elements(true, false)
        select (key, isCut, frame: damaged.Replace("\u0002", spelled, StringComparison.Ordinal)),
        drawn => AssertHidden(drawn.key, Scanner(drawn.key).ScanIncoming(Bytes(drawn.frame), Bytes(drawn.frame).Length + (drawn.isCut ? 1 : 0))),
        tests: 3000);

    [Theory]
    [InlineData("""[{"taskType":"authentication","apiKey":"S3cretKey"}]""", """[{"taskType":"authentication","apiKey":"•••"}]""")]
    [InlineData("""[{"taskType":"authentication","apiKey":12345678}]""", """[{"taskType":"authentication","apiKey":"•••"}]""")]
    [InlineData("""[{"taskType":"authentication","apiKye":"S3cretKey"}]""", """[{"taskType":"authentication","•••":"•••"}]""")]
    [InlineData(
        """[{"taskType":"authentication","apiKey":"S3cretKey","connectionSessionUUID":"0a9e6c9e-94d4-4c2e-a0e5-7e0ad2d8b6a2"},{"taskType":"ping","ping":true}]""",
        """[{"taskType":"authentication","apiKey":"•••","connectionSessionUUID":"0a9e6c9e-94d4-4c2e-a0e5-7e0ad2d8b6a2"},{"taskType":"ping","ping":true}]""")]
    [InlineData("""[{"prompt":"my S3cretKey","n":1.50},{"apiKey":"S3cretKey"}]""", """[{"prompt":"my •••","n":1.50},{"apiKey":"•••"}]""")]
    [InlineData("""[{"webhookURL":"http://127.0.0.1:5/hook?secret=sesame&b=1"}]""", """[{"webhookURL":"http://127.0.0.1:5/hook?•••"}]""")]
    [InlineData("""[{"uploadEndpoint":"https:\/\/user:pass@host\/x\u003fsignature=abc"}]""", """[{"uploadEndpoint":"https://•••@host/x?•••"}]""")]
    [InlineData("""[{"prompt":"{\"apiKey\": \"unknown-key\"}"}]""", """[{"prompt":"{\"apiKey\":•••"}]""")]
    [InlineData("""[{"taskType":"authentication","apiKey":"S3cretKey" oops""", """[{"taskType":"authentication•••""")]
    [InlineData("""{"taskType": authentication, "apiKey": S3cretKey}""", """{"taskType": authentication•••""")]
    [InlineData("<garbage>", "<garbage>")]
    [InlineData("", "")]
    [InlineData("[{\"seed\":18446744073709551615,\"x\":1e400}]", "[{\"seed\":18446744073709551615,\"x\":1e400}]")]
    public void AFrameIsShownWordForWordButForWhatIsHidden(string frame, string shown) => Assert.Equal(shown, Incoming(frame).Text);

    [Fact]
    public void AFrameInUtf16HidesItsKey()
    {
        byte[] frame = Encoding.Unicode.GetBytes("""[{"taskType":"authentication","apiKey":"S3cretKey"}]""");

        Assert.DoesNotContain("S3cret", Scanner(null).ScanIncoming(frame, frame.Length).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AFrameTellsItsTaskTypesUuidsAndCodes()
    {
        FrameText text = Incoming(
            """[{"taskType":"ping"},{"taskType":"upscale","taskUUID":"0A9E6C9E-94D4-4C2E-A0E5-7E0AD2D8B6A2"},{"code":"invalidModel"},{"taskType":"ping"}]""");

        Assert.Equal(["ping", "upscale"], text.TaskTypes);
        Assert.Equal([Guid.Parse("0a9e6c9e-94d4-4c2e-a0e5-7e0ad2d8b6a2")], text.TaskUuids);
        Assert.Equal(["invalidModel"], text.Codes);
    }

    [Fact]
    public void OfKeysThatWereOnlyShownTheOldestAreForgottenAndThoseConfiguredNever()
    {
        var keys = new KnownKeys(["configured-key"]);
        for (int i = 0; i < 1_000; i++)
            Assert.True(keys.Learn($"shown-key-{i:D4}"));

        Assert.Equal("••• shown-key-0000 •••", keys.Hide("configured-key shown-key-0000 shown-key-0999"));
    }

    private static Gen<string> Damage(string text) =>
        from places in Gen.Choose(0, text.Length - 1).NonEmptyListOf()
        from letters in Gen.Elements("", "\"", "{", "}", "[", "]", ",", ":", "x", " ", "\\", "é", "\0").ListOf(places.Count)
        select string.Concat(text.Select((letter, index) =>
            letter > '\u0002' && places.IndexOf(index) is >= 0 and var hit ? letters[hit] : letter.ToString()));

    private static FrameScanner Scanner(string? key) => new(new KnownKeys(key is null ? null : [key]));

    private static FrameText Incoming(string frame) => Scanner(null).ScanIncoming(Bytes(frame), Bytes(frame).Length);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void AssertHidden(string key, FrameText frame)
    {
        foreach (string text in new[] { frame.Text, LooseText.Read(Bytes(frame.Text)) }.Concat(frame.TaskTypes).Concat(frame.Codes))
        {
            for (int start = 0; start + Piece <= key.Length; start++)
                Assert.DoesNotContain(key.Substring(start, Piece), text, StringComparison.Ordinal);
        }
    }
}
