using System.Text;
using System.Text.Encodings.Web;
using FsCheck.Fluent;
using ModelCards.Media;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Runtime.Tests.Writing;
using ModelCards.Writing;
using Xunit;

namespace ModelCards.Runtime.Tests.Media;

/// <summary>Bytes that are encoded while they are sent give the very text that is made in memory.</summary>
public sealed class SpliceTests
{
    private const int Chunk = 48 * 1024;

    private static readonly Guid Uuid = new("a770f077-f413-47de-9dac-be0b26a35da6");

    public static TheoryData<int> Lengths =>
        [1, 2, 3, 4, 5, 6, Chunk - 2, Chunk - 1, Chunk, Chunk + 1, Chunk + 2, (2 * Chunk) - 1, 2 * Chunk, (2 * Chunk) + 1, 3 * Chunk, 199_999, 200_000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Base64IsExactAtTheBordersOfChunks(int length) => await CheckLength(length);

    [Fact]
    public void Base64IsExactAtAnyLength() => ForAll.Values(
        Gen.Choose(1, 200_000).Or(Gen.Choose(1, 4).SelectMany(chunks => Gen.Choose(-4, 4).Select(offset => (chunks * Chunk) + offset))),
        length => CheckLength(length).GetAwaiter().GetResult(),
        tests: 100);

    [Fact]
    public async Task SeveralMediaStandEachInItsPlace()
    {
        var request = new StudioRequest
        {
            TaskUuid = Uuid,
            PositivePrompt = "quote \" and 😀",
            SeedImage = MediaInput.FromBytes(Bytes(100_000), "image/png"),
            Steps = 30,
            Settings = System.Text.Json.JsonDocument.Parse("""{"x":[1]}""").RootElement,
        };
        await using var target = new MemoryStream();
        var buffer = new JsonBuffer();
        var splices = new MediaSplices(buffer);
        buffer.Write((byte)'[');
        new RequestWriter(buffer, null, JavaScriptEncoder.Default, splices).Write(request);
        buffer.Write((byte)',');
        new RequestWriter(buffer, null, JavaScriptEncoder.Default, splices).Write(request);
        buffer.Write((byte)']');

        await splices.CopyToAsync(target, CancellationToken.None);

        string one = Written.Text(request);
        Assert.Equal($"[{one},{one}]", Encoding.UTF8.GetString(target.ToArray()));
        Assert.Equal(target.Length, splices.Length);
    }

    [Fact]
    public async Task WithoutMediaTheTextIsCopiedAsItIs()
    {
        (string text, long? length) = await Copied(new StudioRequest { TaskUuid = Uuid, SeedImage = Uuid });

        Assert.Equal(Written.Text(new StudioRequest { TaskUuid = Uuid, SeedImage = Uuid }), text);
        Assert.Equal(text.Length, length);
    }

    [Fact]
    public async Task ALengthThatCannotBeKnownIsNotGuessed()
    {
        (string text, long? length) = await Copied(new StudioRequest { TaskUuid = Uuid, SeedImage = MediaInput.FromStream(new PipeStream([1, 2, 3], 1)) });

        Assert.Null(length);
        Assert.EndsWith("\"seedImage\":\"AQID\"}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwentyMegabytesAreNeverInMemory()
    {
        const int Size = 20 * 1024 * 1024;
        await Copy(Size);

        long before = GC.GetAllocatedBytesForCurrentThread();
        long written = await Copy(Size);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(written, Size / 3 * 4, (Size / 3 * 4) + 200);
        Assert.InRange(allocated, 0, 256 * 1024);
    }

    [Fact]
    public async Task ACancelledSendingStops()
    {
        var buffer = new JsonBuffer();
        var splices = new MediaSplices(buffer);
        new RequestWriter(buffer, null, JavaScriptEncoder.Default, splices).Write(new StudioRequest { SeedImage = MediaInput.FromBytes(Bytes(100_000)) });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => splices.CopyToAsync(new MemoryStream(), new CancellationToken(canceled: true)));
    }

    private static async Task<long> Copy(int size)
    {
        var sink = new CountingSink();
        var buffer = new JsonBuffer();
        var splices = new MediaSplices(buffer);
        var request = new StudioRequest { TaskUuid = Uuid, SeedImage = MediaInput.FromStream(new Zeros(size)) };
        new RequestWriter(buffer, null, JavaScriptEncoder.Default, splices).Write(request);
        await splices.CopyToAsync(sink, CancellationToken.None);
        Assert.Equal(splices.Length, sink.Count);
        return sink.Count;
    }

    private static async Task CheckLength(int length)
    {
        byte[] bytes = Bytes(length);
        var request = new StudioRequest { TaskUuid = Uuid, SeedImage = MediaInput.FromBytes(bytes) };

        (string text, long? announced) = await Copied(request);

        Assert.Equal(Written.Text(request), text);
        Assert.Equal(text.Length, announced);
        Assert.EndsWith($"\"seedImage\":\"{Convert.ToBase64String(bytes)}\"}}", text, StringComparison.Ordinal);
    }

    private static async Task<(string Text, long? Length)> Copied(StudioRequest request)
    {
        await using var target = new MemoryStream();
        var buffer = new JsonBuffer();
        var splices = new MediaSplices(buffer);
        new RequestWriter(buffer, null, JavaScriptEncoder.Default, splices).Write(request);
        long? length = splices.Length;
        await splices.CopyToAsync(target, CancellationToken.None);
        return (Encoding.UTF8.GetString(target.ToArray()), length);
    }

    private static byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    private sealed class Zeros(long length) : MemoryStream
    {
        private long _position;

        public override long Length => length;

        public override long Position { get => _position; set => _position = value; }

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - _position);
            buffer[..count].Clear();
            _position += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }

    private sealed class CountingSink : MemoryStream
    {
        public long Count { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Count += buffer.Length;
            return default;
        }
    }
}
