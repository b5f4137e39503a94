using System.Text.Json;
using ModelCards.Results;

namespace ModelCards.Transport.Delivery;

/// <summary>Tells results that came before from those that are new. Resumed sessions and polls give the same ones again.</summary>
internal sealed class ResultIdentities
{
    private static readonly string[] Names = ["imageUUID", "videoUUID", "audioUUID", "guideImageUUID", "maskImageUUID", "mediaUUID"];

    private HashSet<Guid>? _seen;
    private Guid? _first;
    private int _polled;

    /// <param name="members">The result.</param>
    /// <param name="received">How many results came before.</param>
    public bool TryAdd(IReadOnlyDictionary<string, JsonElement> members, int received)
    {
        // Each poll gives all results so far in the same order.
        bool isPolled = members.Text("status") is not null;
        int index = isPolled ? _polled++ : received;
        return Of(members) is { } own ? TryAdd(own) : index >= received;
    }

    public void EndAnswer() => _polled = 0;

    /// <summary>The UUID of the result itself or of its first file; null for a result that has none, such as a text.</summary>
    public static Guid? Of(IReadOnlyDictionary<string, JsonElement> members)
    {
        foreach (string name in Names)
        {
            if (members.Uuid(name) is { } found)
                return found;
        }

        return FileOf(members);
    }

    // Most tasks have one result.
    private bool TryAdd(Guid own)
    {
        if (_first is null)
        {
            _first = own;
            return true;
        }

        return _first != own && (_seen ??= []).Add(own);
    }

    // Results of several files: outputs.files[].uuid.
    private static Guid? FileOf(IReadOnlyDictionary<string, JsonElement> members) =>
        members.Find("outputs").Member("files").Items().FirstOrDefault().Member("uuid").Uuid();
}
