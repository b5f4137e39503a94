using ModelCards.Emulator.Storage;

namespace ModelCards.Emulator.Utilities;

/// <summary>The models that were uploaded, by AIR; one is found once it is ready.</summary>
internal sealed class ModelShelf(EmulatorLimits limits)
{
    private const int BytesOfModel = 2_000;

    private readonly BoundedStore<string, ModelUpload> _uploads = new(limits.MaxRemembered, limits.MaxRememberedBytes);

    /// <summary>The models that can be used by now.</summary>
    public IEnumerable<ListedModel> Ready => _uploads.ToList().Where(upload => upload.IsReady).Select(upload => upload.Model);

    /// <summary>Takes an upload; false when there is a model of this AIR.</summary>
    public bool TryAdd(ModelUpload upload) => _uploads.TryAdd(upload.Model.Air, upload, BytesOfModel);
}
