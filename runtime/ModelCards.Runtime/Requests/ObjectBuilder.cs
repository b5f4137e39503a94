using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelCards.Validation;

namespace ModelCards.Requests;

/// <summary>The base of generated builders.</summary>
/// <typeparam name="TSelf">The generated builder.</typeparam>
/// <typeparam name="TObject">The object it builds.</typeparam>
public abstract partial class ObjectBuilder<TSelf, TObject>
    where TSelf : ObjectBuilder<TSelf, TObject>
    where TObject : RequestObject, IRequestObject<TObject>
{
    private readonly TObject _draft = TObject.New();

    /// <summary>Starts a builder; only generated code does.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ObjectBuilder()
    {
    }

    /// <summary>Sets a member that the card does not know yet; it is sent as it is and not judged.</summary>
    /// <param name="name">JSON name of the member.</param>
    /// <param name="value">Its value; null is sent as null.</param>
    /// <exception cref="ArgumentException">The card does know a member of this name: set it through its own method.</exception>
    public TSelf WithExtra(string name, JsonNode? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_draft.Layout.IndexOf(name) >= 0)
            throw new ArgumentException($"'{name}' is a parameter of this card: set it through its own With method.", nameof(name));
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        (_draft.Extra ??= new ExtraMembers()).Declare(name, JsonElement.ParseValue(ref reader));
        return (TSelf)this;
    }

    /// <summary>Sets or clears a number, switch, UUID or enum.</summary>
    /// <typeparam name="T">Type of the member.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value; null to leave the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf Set<T>(int index, T? value)
        where T : struct
    {
        _draft.Set(index, value);
        return (TSelf)this;
    }

    /// <summary>Sets or clears a text, medium, object or union.</summary>
    /// <typeparam name="T">Type of the member.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value; null to leave the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf Set<T>(int index, T? value)
        where T : class
    {
        _draft.Set(index, value);
        return (TSelf)this;
    }

    /// <summary>Sets a nested object through its builder.</summary>
    /// <typeparam name="TBuilder">Builder of the nested object.</typeparam>
    /// <typeparam name="TItem">The nested object.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="item">Builder with what is required in place.</param>
    /// <param name="configure">Sets the rest.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf Set<TBuilder, TItem>(int index, ObjectBuilder<TBuilder, TItem> item, Action<TBuilder>? configure)
        where TBuilder : ObjectBuilder<TBuilder, TItem>
        where TItem : RequestObject, IRequestObject<TItem> => Set(index, Configure(item, configure));

    /// <summary>Sets or clears a list; the items are copied.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="items">The items; null to leave the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetList<T>(int index, IEnumerable<T>? items)
    {
        _draft.SetList(index, items);
        return (TSelf)this;
    }

    /// <summary>Adds an item to a list.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="item">The item.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf Add<T>(int index, T item)
    {
        _draft.AddItem(index, item);
        return (TSelf)this;
    }

    /// <summary>Adds an object to a list through its builder.</summary>
    /// <typeparam name="TBuilder">Builder of the item.</typeparam>
    /// <typeparam name="TItem">The item.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="item">Builder with what is required in place.</param>
    /// <param name="configure">Sets the rest.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf Add<TBuilder, TItem>(int index, ObjectBuilder<TBuilder, TItem> item, Action<TBuilder>? configure)
        where TBuilder : ObjectBuilder<TBuilder, TItem>
        where TItem : RequestObject, IRequestObject<TItem> => Add(index, Configure(item, configure));

    /// <summary>Takes over the values of an object, in the place of all that was set; the object itself does not change.</summary>
    /// <param name="source">The object to copy.</param>
    public TSelf From(TObject source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _draft.CopyFrom(source);
        return (TSelf)this;
    }

    private protected TObject Snapshot()
    {
        TObject built = TObject.New();
        built.CopyFrom(_draft);
        return built;
    }

    /// <summary>Makes a value of what another builder holds, as far as it is.</summary>
    internal TObject Finish() => Snapshot();

    private static TItem Configure<TBuilder, TItem>(ObjectBuilder<TBuilder, TItem> item, Action<TBuilder>? configure)
        where TBuilder : ObjectBuilder<TBuilder, TItem>
        where TItem : RequestObject, IRequestObject<TItem>
    {
        ArgumentNullException.ThrowIfNull(item);
        configure?.Invoke((TBuilder)item);
        return item.Finish();
    }
}

/// <summary>The base of generated builders of nested objects, which are judged with the request they go into.</summary>
/// <typeparam name="TSelf">The generated builder.</typeparam>
/// <typeparam name="TObject">The object it builds.</typeparam>
public abstract class NestedBuilder<TSelf, TObject> : ObjectBuilder<TSelf, TObject>
    where TSelf : NestedBuilder<TSelf, TObject>
    where TObject : RequestObject, IRequestObject<TObject>
{
    /// <summary>Makes the object. It is judged when the request that it goes into is built.</summary>
    public TObject Build() => Snapshot();
}

/// <summary>The base of generated builders of requests.</summary>
/// <typeparam name="TSelf">The generated builder.</typeparam>
/// <typeparam name="TRequest">The request it builds.</typeparam>
public abstract class RequestBuilder<TSelf, TRequest> : ObjectBuilder<TSelf, TRequest>
    where TSelf : RequestBuilder<TSelf, TRequest>
    where TRequest : ModelRequest, IRequestObject<TRequest>
{
    /// <summary>Makes the request.</summary>
    /// <exception cref="RequestValidationException">The card does not accept the request; all errors are listed.</exception>
    public TRequest Build()
    {
        TRequest request = Snapshot();
        request.Validate().ThrowIfInvalid();
        return request;
    }

    /// <summary>Makes the request without judging it, for a value that the service takes and the card does not know yet.</summary>
    public TRequest BuildUnchecked() => Snapshot();
}
