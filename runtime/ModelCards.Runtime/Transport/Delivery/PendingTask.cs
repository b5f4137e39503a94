using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Media;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.Transport.Retry;
using ModelCards.Writing;

namespace ModelCards.Transport.Delivery;

/// <summary>A task, and what has come of it so far. Its batch takes care that one thread at a time uses it.</summary>
internal sealed class PendingTask(ModelRequest request, Guid uuid, Func<IReadOnlyDictionary<string, JsonElement>, TaskResult> create)
    : TransportTask(uuid)
{
    private readonly ResultIdentities _seen = new();
    private readonly ModelStages? _stages = request.SourceCard.TaskType == ModelStages.TaskType ? new ModelStages() : null;
    private readonly bool _isQuestion = request.SourceCard.TaskType == QuestionType;
    private bool _canRepeat = true;
    private bool _isPolled;
    private bool _isProcessing;
    private bool _isRepeated;
    private bool _isClosed;
    private int _refusedSendings;

    /// <summary>Asks about another task, and has its UUID.</summary>
    private const string QuestionType = "getTaskDetails";

    public ModelRequest Request => request;

    /// <summary>AIR of the model, where the card or the request names one, else what the card is called.</summary>
    public string Model => request.SourceCard.Air ?? request.ModelAir ?? request.SourceCard.Slug;

    public int ExpectedResults => _stages is null ? request.ExpectedResults : ModelStages.Count;

    public TaskState State
    {
        get;
        private set
        {
            Counts?.Move(field, value);
            field = value;
        }
    }

    /// <summary>Whether answers come by themselves, so that a poll is a mere precaution.</summary>
    public bool IsPushed { get; init; }

    /// <summary>Is told when it is sent; null when nobody listens.</summary>
    public SendingLog? Log { get; init; }

    /// <summary>Where the batch counts its tasks.</summary>
    public StateCounts? Counts { get; init; }

    public int Received { get; private set; }

    /// <summary>How far it is, in percent, as the service said last.</summary>
    public int Progress { get; private set; }

    public List<ServiceError> Errors { get; } = [];

    /// <summary>The results, where they are kept until all have come.</summary>
    public List<TaskResult> Collected => field ??= [];

    /// <summary>Why it was not taken; an error when nothing more is tried.</summary>
    public List<ServiceError> Refusals { get; } = [];

    public int TimesSent { get; private set; }

    public bool HasEnded => State == TaskState.Ended;

    /// <summary>Whether the answer that is being read has something about it.</summary>
    public bool IsBeingAnswered { get; private set; }

    public override void WriteTo(JsonBuffer buffer, MediaSplices splices)
    {
        int start = buffer.Count;
        // The length is counted over all media, and asked for only where somebody listens.
        long? lengthBefore = Log is null ? null : splices.Length;
        int before = splices.Unrepeatable;
        new RequestWriter(buffer, Uuid, JavaScriptEncoder.UnsafeRelaxedJsonEscaping, splices).Write(request);
        _canRepeat = splices.Unrepeatable == before;
        Log?.Tell(this, splices.Length - lengthBefore, buffer.Memory.Span[start..]);
    }

    /// <summary>Says whether it is to be sent now; then it counts as sent.</summary>
    public bool TrySend()
    {
        if (State is TaskState.Accepted or TaskState.Ended)
            return false;
        if (TimesSent > 0 && !_canRepeat)
        {
            // Its stream is spent. If it arrived, it can be asked for.
            if (State == TaskState.Refused)
                GiveUp();
            else
                State = TaskState.Accepted;
            return false;
        }

        State = TaskState.Sent;
        Refusals.Clear();
        TimesSent++;
        return true;
    }

    /// <summary>Whether an answer of a type is to this task, and not to the one that asks about it or that it asks about.</summary>
    public bool Concerns(string? taskType) => taskType is null || (taskType == QuestionType) == _isQuestion;

    /// <summary>Says whether it is the first that an answer has about it.</summary>
    public bool BeginAnswer() => !IsBeingAnswered && (IsBeingAnswered = true);

    /// <summary>Takes an answer in; null when it is no result but a mere acknowledgement, or a result that came before.</summary>
    public TaskResult? Accept(IReadOnlyDictionary<string, JsonElement> members)
    {
        if (_isClosed)
            return null;
        string? status = members.Text("status");
        if (_stages is not null)
            return AcceptStage(_stages, status, members);
        _isPolled |= status is not null;
        _isProcessing |= status == "processing";
        bool isEmpty = members.HasOnly("taskType", "taskUUID", "status");
        if (isEmpty && _isQuestion)
            return null;
        if (status == "processing" || isEmpty)
        {
            if (!HasEnded)
                State = TaskState.Accepted;
            Progress = members.Number("progress") is { } progress and >= 0 and <= 100 ? (int)progress : Progress;
            return null;
        }

        if (!_seen.TryAdd(members, Received))
            return null;
        Received++;
        if (Received >= ExpectedResults)
            State = TaskState.Ended;
        return create(members);
    }

    /// <summary>Takes an error in.</summary>
    public void Accept(ServiceError error)
    {
        if (_isClosed)
            return;
        if (_stages is not null && IsPushed && ModelStages.IsUnknownPoll(error))
            return;
        if (TimesSent > 1 && error.Code == RetryRules.ConflictCode && !_isQuestion)
            State = HasEnded ? State : TaskState.Accepted;
        else if (State == TaskState.Sent && RetryRules.IsRefusal(error))
            Refuse(error);
        else if (State == TaskState.Accepted && _refusedSendings < TimesSent - 1 && RetryRules.IsRefusal(error))
            // One sending brought the task, and each of the others may have been turned away.
            _refusedSendings++;
        else if (!RetryRules.IsRefusedPoll(error))
            Fail(error);
    }

    /// <summary>The answer was read to its end.</summary>
    public void EndAnswer()
    {
        IsBeingAnswered = false;
        _seen.EndAnswer();
        // A poll tells everything that is known; if it is not of something under way, nothing more will come.
        bool isAll = (_isPolled || _isRepeated) && !_isProcessing;
        _isPolled = _isProcessing = _isRepeated = false;
        if (HasEnded || Errors.Count == 0)
        {
            _isClosed = HasEnded;
            return;
        }

        // One of several results may have failed. What became of the others is asked for, unless the answer told it.
        bool maySucceedInPart = ExpectedResults > 1 && _stages is null && Errors.TrueForAll(error => RetryRules.IsOfExecution(error.Category));
        if (!maySucceedInPart || Received + Errors.Count >= ExpectedResults || isAll)
            State = TaskState.Ended;
        else
            State = TaskState.Accepted;
        _isClosed = HasEnded;
    }

    /// <summary>No more answers will come to what was sent last: whatever is missing is an error.</summary>
    /// <param name="unmatched">Errors of the same reply that name none of the tasks sent, and may explain it.</param>
    /// <param name="missing">The error of what did not come; as usual when null.</param>
    public void EndReply(IReadOnlyList<ServiceError> unmatched, ServiceError? missing = null)
    {
        if (State != TaskState.Sent && !(State == TaskState.Accepted && Errors.Count > 0))
            return;
        if (Errors.Count == 0)
        {
            Errors.Add(missing ?? ClientErrors.MissingResults(Uuid, ExpectedResults, Received));
            Errors.AddRange(unmatched);
        }

        State = TaskState.Ended;
    }

    /// <summary>Nothing more is tried.</summary>
    public void GiveUp(params IReadOnlyList<ServiceError> errors)
    {
        if (HasEnded)
            return;
        foreach (ServiceError error in errors.Concat(Refusals))
            Fail(error);
        State = TaskState.Ended;
    }

    private TaskResult? AcceptStage(ModelStages stages, string? status, IReadOnlyDictionary<string, JsonElement> members)
    {
        if (HasEnded)
            return null;
        State = TaskState.Accepted;
        if (!stages.TryAdd(status))
            return null;
        Received++;
        if (ModelStages.IsLast(status))
            State = TaskState.Ended;
        if (ModelStages.FailureOf(members, Uuid) is { } failure)
            Fail(failure);
        return create(members);
    }

    private void Refuse(ServiceError error)
    {
        State = TaskState.Refused;
        Refusals.Add(error);
    }

    // A poll repeats the errors that came before.
    private void Fail(ServiceError error)
    {
        if (Errors.Exists(known => known.Code == error.Code && known.Message == error.Message && known.Parameters.SequenceEqual(error.Parameters)))
            _isRepeated = true;
        else
            Errors.Add(error);
    }
}
