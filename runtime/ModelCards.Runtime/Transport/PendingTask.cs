using System.Text.Json;
using ModelCards.Errors;
using ModelCards.Requests;
using ModelCards.Results;

namespace ModelCards.Transport;

/// <summary>A task that was sent, and what has come of it so far.</summary>
internal sealed class PendingTask(ModelRequest request, Guid uuid, Func<IReadOnlyDictionary<string, JsonElement>, TaskResult> create)
    : TransportTask(request, uuid)
{
    private static readonly string[] Identities = ["imageUUID", "videoUUID", "audioUUID", "guideImageUUID", "maskImageUUID"];

    private readonly HashSet<Guid> _seen = [];
    private bool _isAccepted;

    public int Received { get; private set; }

    public List<ServiceError> Errors { get; } = [];

    public bool HasEnded => Errors.Count > 0 || Received >= ExpectedResults;

    /// <summary>Takes an answer in; null when it is no result but a mere acknowledgement, or a result that came before.</summary>
    public TaskResult? Accept(IReadOnlyDictionary<string, JsonElement> members)
    {
        if (IsAcknowledgement(members))
        {
            _isAccepted = true;
            return null;
        }

        if (Identities.Select(members.Uuid).FirstOrDefault(found => found is not null) is { } identity && !_seen.Add(identity))
            return null;
        Received++;
        return create(members);
    }

    /// <summary>No more answers will come: whatever is missing is an error.</summary>
    /// <param name="unmatched">Errors of the same reply that name none of the tasks sent, and may explain it.</param>
    public void Finish(IReadOnlyList<ServiceError> unmatched)
    {
        if (HasEnded)
            return;
        Errors.Add(_isAccepted ? ClientErrors.AsyncNotSupported(Uuid) : ClientErrors.MissingResults(Uuid, ExpectedResults, Received));
        Errors.AddRange(unmatched);
    }

    private static bool IsAcknowledgement(IReadOnlyDictionary<string, JsonElement> members) =>
        members.Text("status") == "processing" || members.Keys.All(name => name is "taskType" or "taskUUID" or "status");
}
