using ModelCards.Runtime.Tests.Harness;
using ModelCards.Runtime.Tests.Writing;
using Xunit;

namespace ModelCards.Runtime.Tests.Media;

public sealed class StreamTests
{
    [Fact]
    public void AStreamThatSeeksIsSentFromTheSamePlaceEachTime()
    {
        var stream = new MemoryStream([9, 9, 1, 2, 3]) { Position = 2 };
        MediaInput medium = MediaInput.FromStream(stream);

        Assert.Equal("\"AQID\"", Sent(medium));
        Assert.Equal("\"AQID\"", Sent(medium));
        Assert.True(stream.CanRead);
        Assert.Equal("media, 3 bytes", medium.ToString());
    }

    [Fact]
    public void AStreamThatDoesNotSeekIsSentOnce()
    {
        MediaInput medium = MediaInput.FromStream(new PipeStream([1, 2, 3], 2), "image/png");

        Assert.Equal("\"data:image/png;base64,AQID\"", Sent(medium));
        Assert.Equal(
            "The stream of a media input was sent already and cannot be rewound. Use a file, bytes or a stream that can seek.",
            Assert.Throws<InvalidOperationException>(() => Sent(medium)).Message);
        Assert.Equal("image/png, unknown size", medium.ToString());
    }

    [Fact]
    public void AStreamThatIsNotReadableOrAtItsEndIsRefused()
    {
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        Assert.Equal("The stream cannot be read. (Parameter 'stream')", Assert.Throws<ArgumentException>(() => MediaInput.FromStream(file)).Message);

        var written = new MemoryStream();
        written.Write([1, 2, 3]);
        Assert.Equal(
            "There are no bytes from where the stream stands. (Parameter 'stream')",
            Assert.Throws<ArgumentException>(() => MediaInput.FromStream(written)).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(48 * 1024)]
    [InlineData((48 * 1024) + 1)]
    public void AStreamMayGiveItsBytesInAnyPortions(int portion)
    {
        byte[] bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);

        Assert.Equal('"' + Convert.ToBase64String(bytes) + '"', Sent(MediaInput.FromStream(new PipeStream(bytes, portion))));
    }

    private static string Sent(MediaInput medium) => Written.Member(new StudioRequest { SeedImage = medium }, "seedImage", System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
