using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Runtime.Tests.Writing;
using Xunit;

namespace ModelCards.Runtime.Tests.Media;

public sealed class MediaInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("media-input").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AUuidOrAUrlConvertsByItself()
    {
        var uuid = new Guid("a770f077-f413-47de-9dac-be0b26a35da6");
        MediaInput byUuid = uuid;
        MediaInput byUrl = new Uri("https://example.com/a.png?sig=a%2Bb");

        Assert.Equal("a770f077-f413-47de-9dac-be0b26a35da6", Sent(byUuid));
        Assert.Equal("https://example.com/a.png?sig=a%2Bb", Sent(byUrl));
        Assert.Equal("https://example.com/a%20b.png", Sent(MediaInput.FromUrl("https://example.com/a%20b.png")));
        Assert.Equal("https://example.com/%C3%BC.png", Sent(MediaInput.FromUrl("https://example.com/ü.png")));
    }

    [Theory]
    [InlineData("picture.png")]
    [InlineData("../a/b.jpg")]
    [InlineData("//example.com/a.png")]
    public void AUrlIsAbsolute(string url)
    {
        // On Unix a text that begins with a slash is an absolute file URI to System.Uri; none of these is.
        var error = Assert.Throws<ArgumentException>(() => MediaInput.FromUrl(new Uri(url, UriKind.Relative)));

        Assert.Equal($"'{url}' is not an absolute URL; for a file use FromFile. (Parameter 'url')", error.Message);
    }

    [Theory]
    [InlineData("a.png", "image/png")]
    [InlineData("a.PNG", "image/png")]
    [InlineData("a.jpg", "image/jpeg")]
    [InlineData("a.jpeg", "image/jpeg")]
    [InlineData("a.webp", "image/webp")]
    [InlineData("a.gif", "image/gif")]
    [InlineData("a.bmp", "image/bmp")]
    [InlineData("a.mp4", "video/mp4")]
    [InlineData("a.webm", "video/webm")]
    [InlineData("a.mov", "video/quicktime")]
    [InlineData("a.mp3", "audio/mpeg")]
    [InlineData("a.wav", "audio/wav")]
    public void TheExtensionOfAFileTellsItsType(string name, string type) => Assert.Equal($"data:{type};base64,AQID", Sent(MediaInput.FromFile(File(name, [1, 2, 3]))));

    [Fact]
    public void AFileWithoutAKnownExtensionIsPlainBase64()
    {
        Assert.Equal("AQID", Sent(MediaInput.FromFile(File("a.bin", [1, 2, 3]))));
        Assert.Equal("AQID", Sent(MediaInput.FromFile(File("a", [1, 2, 3]))));
    }

    [Fact]
    public void AFileIsReadAnewForEachWriting()
    {
        string path = File("a.png", [1, 2, 3]);
        MediaInput medium = MediaInput.FromFile(path);
        Assert.Equal("data:image/png;base64,AQID", Sent(medium));

        System.IO.File.WriteAllBytes(path, [3, 2, 1]);

        Assert.Equal("data:image/png;base64,AwIB", Sent(medium));
        Assert.Equal("image/png, 3 bytes", medium.ToString());
    }

    [Fact]
    public void AFileHasToBeThere()
    {
        string path = Path.Combine(_folder, "missing.png");

        var error = Assert.Throws<FileNotFoundException>(() => MediaInput.FromFile(path));

        Assert.Equal($"There is no file '{path}' to send.", error.Message);
        Assert.Equal(path, error.FileName);
        Assert.Throws<FileNotFoundException>(() => MediaInput.FromFile(_folder));
        Assert.Throws<ArgumentException>(() => MediaInput.FromFile(""));
    }

    [Fact]
    public void AFileHasToHaveContent()
    {
        string path = File("empty.png", []);

        Assert.Equal($"The file '{path}' is empty. (Parameter 'path')", Assert.Throws<ArgumentException>(() => MediaInput.FromFile(path)).Message);
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A }, "image/png")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "image/jpeg")]
    [InlineData(new byte[] { 0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50, 0x56 }, "image/webp")]
    [InlineData(new byte[] { 0x47, 0x49, 0x46, 0x38, 0x39, 0x61 }, "image/gif")]
    public void TheFirstBytesTellTheTypeOfAPicture(byte[] bytes, string type)
    {
        Assert.Equal($"data:{type};base64,{Convert.ToBase64String(bytes)}", Sent(MediaInput.FromBytes(bytes)));
        Assert.Equal($"data:video/mp4;base64,{Convert.ToBase64String(bytes)}", Sent(MediaInput.FromBytes(bytes, "video/mp4")));
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0x89 })]
    [InlineData(new byte[] { 0xFF, 0xD8 })]
    [InlineData(new byte[] { 0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x41, 0x56, 0x45, 0x66 })]
    [InlineData(new byte[] { 0x52, 0x49, 0x46, 0x46 })]
    public void OtherBytesArePlainBase64(byte[] bytes) => Assert.Equal(Convert.ToBase64String(bytes), Sent(MediaInput.FromBytes(bytes)));

    [Fact]
    public void ThereHaveToBeBytes() =>
        Assert.Equal("There are no bytes to send. (Parameter 'bytes')", Assert.Throws<ArgumentException>(() => MediaInput.FromBytes(default)).Message);

    [Fact]
    public void EveryFormPassesTheCardsThatTakeMedia()
    {
        MediaInput[] media =
        [
            Guid.NewGuid(),
            new Uri("https://example.com/a.png"),
            MediaInput.FromFile(File("a.png", [1])),
            MediaInput.FromFile(File("a.bin", [1])),
            MediaInput.FromBytes(new byte[] { 1 }),
            MediaInput.FromStream(new MemoryStream([1]), "image/webp"),
            MediaInput.FromText("AAAA"),
        ];

        Assert.All(media, medium => Assert.True(new StudioRequest { PositivePrompt = "ab", SeedImage = medium }.Validate().IsValid));
        Assert.Equal(
            ["seedImage must be a UUID, a URL, a data URI or base64 text, but is \"not base64!\"."],
            new StudioRequest { PositivePrompt = "ab", SeedImage = MediaInput.FromText("not base64!") }.Validate().Errors.Select(error => error.Message));
    }

    [Fact]
    public void ATextIsShownInShort()
    {
        Assert.Equal("AAAA", MediaInput.FromText("AAAA").ToString());
        Assert.Equal(new string('A', 100) + "...", MediaInput.FromText(new string('A', 5000)).ToString());
        Assert.Equal("media, 3 bytes", MediaInput.FromBytes(new byte[] { 1, 2, 3 }).ToString());
    }

    [Fact]
    public void NothingIsNoMedium()
    {
        Assert.Throws<ArgumentNullException>(() => MediaInput.FromText(null!));
        Assert.Throws<ArgumentNullException>(() => MediaInput.FromUrl((Uri)null!));
        Assert.Throws<ArgumentNullException>(() => MediaInput.FromStream(null!));
    }

    private string File(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    private static string Sent(MediaInput medium) =>
        JsonSerializer.Deserialize<string>(Written.Member(new StudioRequest { SeedImage = medium }, "seedImage"))!;
}
