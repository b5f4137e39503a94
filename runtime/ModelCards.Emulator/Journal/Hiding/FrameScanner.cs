using System.Text.Json;

namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>Makes what is shown of a frame out of its beginning: walks through it as JSON, and masks what is secret by its place or its text.</summary>
internal sealed class FrameScanner(KnownKeys keys)
{
    // Any depth is fine, since nothing is built.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 10_000 };

    private readonly SecretText _secrets = new(keys);

    /// <summary>A frame from a client; keys in it are remembered.</summary>
    /// <param name="beginning">The frame, or as much as is kept of it.</param>
    /// <param name="length">How long the frame is, in bytes.</param>
    public FrameText ScanIncoming(ReadOnlySpan<byte> beginning, long length)
    {
        var marks = new IncomingMarks(_secrets);
        FrameText text = Scan(beginning, length, marks);
        bool isNew = false;
        foreach (string key in marks.ShownKeys)
            isNew |= keys.Learn(key);
        // What is known by now may stand in what was looked through before.
        return isNew ? Scan(beginning, length, new IncomingMarks(_secrets)) : text;
    }

    /// <summary>A frame to a client.</summary>
    /// <param name="beginning">The frame, or as much as is kept of it.</param>
    /// <param name="length">How long the frame is, in bytes.</param>
    public FrameText ScanOutgoing(ReadOnlySpan<byte> beginning, long length) => Scan(beginning, length, new FrameMarks(_secrets));

    private FrameText Scan(ReadOnlySpan<byte> beginning, long length, FrameMarks marks)
    {
        bool isCut = beginning.Length < length;
        var reader = new Utf8JsonReader(beginning, isFinalBlock: !isCut, new JsonReaderState(Options));
        string text;
        try
        {
            int end = 0;
            while (!beginning.IsEmpty && marks.Take(ref reader))
                end = (int)reader.BytesConsumed;
            text = marks.Apply(beginning[..end]);
        }
        catch (JsonException)
        {
            // What is no JSON cannot be trusted in any part: a quote too many, and names are values.
            text = _secrets.HideInGarbage(beginning, isCut);
        }

        return new FrameText(keys.Hide(text), isCut, marks.Facts.TaskTypes, marks.Facts.TaskUuids, marks.Facts.Codes);
    }
}
