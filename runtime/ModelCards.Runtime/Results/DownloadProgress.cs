namespace ModelCards.Results;

/// <summary>How far a download is.</summary>
/// <param name="Received">Bytes that have come.</param>
/// <param name="Total">Bytes that the file has; null while nobody has said.</param>
public readonly record struct DownloadProgress(long Received, long? Total)
{
    /// <summary>From 0 to 100; null while the size is not known.</summary>
    public int? Percent => Total is > 0 and { } total ? (int)Math.Clamp(Received * 100.0 / total, 0, 100) : null;
}
