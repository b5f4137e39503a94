using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;

namespace ModelCards.Writing;

/// <summary>
/// JSON text in the making. Requests are written here rather than through a <c>Utf8JsonWriter</c>, whose checks at each
/// member cost more than the members themselves.
/// </summary>
internal sealed class JsonBuffer(int capacity = 4096)
{
    private const int LongestNumber = 40;

    // What neither the default encoder nor a laxer one escapes.
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !#$%()*,-./:;=?@[]^_{|}~");

    private byte[] _bytes = new byte[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Count);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Count);

    public int Capacity => _bytes.Length;

    public void Clear() => Count = 0;

    public void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        Count += text.Length;
    }

    public void Write(byte character)
    {
        Reserve(1)[0] = character;
        Count++;
    }

    public void Overwrite(int position, byte character) => _bytes[position] = character;

    public void WriteInteger(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(LongestNumber), out int written);
        Count += written;
    }

    public void WriteDouble(double value)
    {
        value.TryFormat(Reserve(LongestNumber), out int written, provider: System.Globalization.CultureInfo.InvariantCulture);
        Count += written;
    }

    /// <summary>Digits and point; the usual decimal of a request has a handful of digits, which need no general formatter.</summary>
    public void WriteDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        if ((bits[2] | bits[1]) != 0 || scale > 9)
        {
            value.TryFormat(Reserve(LongestNumber), out int written, provider: System.Globalization.CultureInfo.InvariantCulture);
            Count += written;
            return;
        }

        if (bits[3] < 0)
            Write((byte)'-');
        uint digits = (uint)bits[0];
        uint divisor = 1;
        for (int i = 0; i < scale; i++)
            divisor *= 10;
        WriteInteger(digits / divisor);
        if (scale == 0)
            return;
        Span<byte> fraction = Reserve(scale + 1);
        fraction[0] = (byte)'.';
        uint rest = digits % divisor;
        for (int i = scale; i > 0; i--)
        {
            fraction[i] = (byte)('0' + (rest % 10));
            rest /= 10;
        }

        Count += scale + 1;
    }

    public void WriteUuid(Guid value)
    {
        Span<byte> target = Reserve(38);
        target[0] = (byte)'"';
        Utf8Formatter.TryFormat(value, target[1..], out _);
        target[37] = (byte)'"';
        Count += 38;
    }

    public void WriteText(string text, JavaScriptEncoder encoder)
    {
        int plain = text.AsSpan().IndexOfAnyExcept(PlainCharacters);
        if (plain < 0)
        {
            Span<byte> target = Reserve(text.Length + 2);
            target[0] = (byte)'"';
            Encoding.ASCII.GetBytes(text, target[1..]);
            target[text.Length + 1] = (byte)'"';
            Count += text.Length + 2;
            return;
        }

        Write((byte)'"');
        WriteEscaped(text, encoder);
        Write((byte)'"');
    }

    private void WriteEscaped(ReadOnlySpan<char> text, JavaScriptEncoder encoder)
    {
        Span<char> escaped = stackalloc char[512];
        while (!text.IsEmpty)
        {
            // Half of a surrogate pair comes out as the replacement character; validation refuses it before.
            encoder.Encode(text, escaped, out int consumed, out int written);
            Span<byte> target = Reserve(written * 3);
            Count += Encoding.UTF8.GetBytes(escaped[..written], target);
            text = text[consumed..];
        }
    }

    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - Count < length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Count + length));
        return _bytes.AsSpan(Count);
    }
}
