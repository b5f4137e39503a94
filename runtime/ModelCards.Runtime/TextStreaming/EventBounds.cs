using System.Globalization;
using ModelCards.Errors;
using ModelCards.Transport.Http;

namespace ModelCards.TextStreaming;

/// <summary>Watches the bytes of a stream of events go by: how many they are, and how many since an event began.</summary>
internal sealed class EventBounds(SizeLimit limit)
{
    /// <summary>Longest event: a chunk of text is a thousandth of it, and the reader keeps an event in memory.</summary>
    public const int MaxEventBytes = 1024 * 1024;

    private long _eventBytes;
    private bool _isLineEmpty = true;
    private bool _isAfterReturn;

    public long Total { get; private set; }

    /// <summary>Takes bytes in.</summary>
    /// <exception cref="EventStreamException">They are too many.</exception>
    public void Pass(ReadOnlySpan<byte> bytes)
    {
        Total += bytes.Length;
        if (Total > limit.Bytes)
            throw new EventStreamException(limit.Exceeded());
        while (bytes.Length > 0)
        {
            int end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            int length = end < 0 ? bytes.Length : end;
            Lengthen(length);
            if (end < 0)
                return;
            EndLine(bytes[end]);
            bytes = bytes[(end + 1)..];
        }
    }

    private void Lengthen(int bytes)
    {
        if (bytes == 0)
            return;
        _isLineEmpty = _isAfterReturn = false;
        _eventBytes += bytes;
        if (_eventBytes > MaxEventBytes)
        {
            throw new EventStreamException(ClientErrors.Unrecognized(string.Create(
                CultureInfo.InvariantCulture, $"An event of the stream, or a line in it, is longer than {MaxEventBytes} bytes.")));
        }
    }

    // A line ends with CR, LF or both; an event ends with an empty line.
    private void EndLine(byte end)
    {
        bool isSecondHalf = end == '\n' && _isAfterReturn;
        _isAfterReturn = end == '\r';
        if (isSecondHalf)
            return;
        _eventBytes = _isLineEmpty ? 0 : _eventBytes + 1;
        _isLineEmpty = true;
    }
}
