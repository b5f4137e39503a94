using System.ComponentModel;
using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Results;
using ModelCards.Validation;
using ModelCards.Writing;

namespace ModelCards.Requests;

/// <summary>A request to one AI model: what every generated request is.</summary>
public abstract class ModelRequest : RequestObject
{
    /// <summary>Starts a request of the given shape; only generated code does.</summary>
    /// <param name="layout">Shape of the generated type.</param>
    /// <param name="card">The card that the type was generated from.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ModelRequest(ObjectLayout layout, ModelCard card)
        : base(layout)
    {
        ArgumentNullException.ThrowIfNull(card);
        SourceCard = card;
    }

    internal ModelCard SourceCard { get; }

    /// <summary>Judges the JSON that would be sent.</summary>
    /// <returns>All errors at once; none when the service's card accepts the request.</returns>
    public ValidationResult Validate()
    {
        ValidationResult verdict = SourceCard.Validate(new Slot(SlotKind.Object, this));
        return FurtherErrors() is { Count: > 0 } further ? new ValidationResult([.. verdict.Errors, .. further]) : verdict;
    }

    /// <summary>Writes the request as a JSON object. A task UUID that was not set is drawn anew.</summary>
    /// <param name="writer">Where to write. Values are written as they are, also when they are not valid.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WrittenRequest.WriteTo(writer, this);
    }

    /// <summary>The same request with another text in one of its members. Where its card has no such member, it is not judged.</summary>
    internal ModelRequest With(string name, string text)
    {
        var copy = (ModelRequest)MemberwiseClone();
        copy.CopyFrom(this);
        int index = Layout.IndexOf(name);
        if (index >= 0)
            copy.Slots[index] = Slot.Of(text);
        else
            (copy.Extra ??= new ExtraMembers()).Declare(name, JsonMembers.OfText(text));
        return copy;
    }

    /// <summary>What a card has no keyword for.</summary>
    private protected virtual IReadOnlyList<ValidationError> FurtherErrors() => [];

    /// <summary>The UUID that was set, if any.</summary>
    internal Guid? ExplicitTaskUuid
    {
        get
        {
            int index = Layout.IndexOf("taskUUID");
            return index >= 0 && Slots[index].Kind == SlotKind.Uuid ? Slots[index].Uuid : null;
        }
    }

    /// <summary>The model that was set, where the card leaves that open.</summary>
    internal string? ModelAir
    {
        get
        {
            int index = Layout.IndexOf("model");
            return index >= 0 && Slots[index].Kind == SlotKind.Text ? (string?)Slots[index].Reference : null;
        }
    }

    /// <summary>How many results the service will deliver when all goes well.</summary>
    internal int ExpectedResults
    {
        get
        {
            int index = Layout.IndexOf("numberResults");
            return index >= 0 && Slots[index].Kind == SlotKind.Integer ? (int)Math.Clamp(Slots[index].Low, 1, 10_000) : 1;
        }
    }
}

/// <summary>A request whose results are of a known type.</summary>
/// <typeparam name="TResult">Type of one result.</typeparam>
public abstract class ModelRequest<TResult> : ModelRequest
    where TResult : TaskResult, ITaskResult<TResult>
{
    /// <summary>Starts a request of the given shape; only generated code does.</summary>
    /// <param name="layout">Shape of the generated type.</param>
    /// <param name="card">The card that the type was generated from.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ModelRequest(ObjectLayout layout, ModelCard card)
        : base(layout, card)
    {
    }
}

/// <summary>What generated requests offer as types.</summary>
/// <typeparam name="TSelf">The generated request.</typeparam>
public interface IModelRequest<TSelf> : IRequestObject<TSelf>
    where TSelf : IModelRequest<TSelf>
{
    /// <summary>The card that the type was generated from: its parameters with their bounds, defaults and descriptions.</summary>
    static abstract ModelCard Card { get; }
}
