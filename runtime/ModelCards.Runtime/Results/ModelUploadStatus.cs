namespace ModelCards.Results;

/// <summary>A stage of a model's upload. One that is not known here keeps its text.</summary>
/// <param name="Text">The service's own word.</param>
public readonly record struct ModelUploadStatus(string Text)
{
    /// <summary>The request is accepted.</summary>
    public static ModelUploadStatus Validated { get; } = new("validated");

    /// <summary>The file was fetched.</summary>
    public static ModelUploadStatus Downloaded { get; } = new("downloaded");

    /// <summary>The file was made ready for use.</summary>
    public static ModelUploadStatus Optimized { get; } = new("optimized");

    /// <summary>The file was stored.</summary>
    public static ModelUploadStatus Stored { get; } = new("stored");

    /// <summary>The model can be used; nothing more comes.</summary>
    public static ModelUploadStatus Ready { get; } = new("ready");

    /// <summary>There will be no model; nothing more comes.</summary>
    public static ModelUploadStatus Failed { get; } = new("failed");

    /// <summary>Whether nothing more comes.</summary>
    public bool IsFinal => this == Ready || this == Failed;

    /// <summary>The service's own word.</summary>
    public override string ToString() => Text ?? "";
}
