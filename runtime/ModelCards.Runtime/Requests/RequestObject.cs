using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ModelCards.Requests;

/// <summary>A generated request or an object nested in one. It does not change once it is made.</summary>
public abstract partial class RequestObject
{
    private static readonly IReadOnlyDictionary<string, JsonElement> NoExtra = new Dictionary<string, JsonElement>();

    /// <summary>Starts an object of the given shape; only generated code does.</summary>
    /// <param name="layout">Shape of the generated type.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected RequestObject(ObjectLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Layout = layout;
        Slots = layout.NewSlots();
    }

    /// <summary>Members that the card does not know, by JSON name: set by name, or found when the request was read from JSON.</summary>
    /// <value>Empty unless some were set. They are written after the members of the card.</value>
    public IReadOnlyDictionary<string, JsonElement> ExtraMembers => Extra?.Values ?? NoExtra;

    internal ObjectLayout Layout { get; }

    internal Slot[] Slots { get; private set; }

    internal ExtraMembers? Extra { get; set; }

    /// <summary>Reads a number, switch, UUID or enum.</summary>
    /// <typeparam name="T">Type of the member.</typeparam>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? Get<T>(int index)
        where T : struct
    {
        ref readonly Slot slot = ref Slots[index];
        return slot.Kind is SlotKind.None or SlotKind.FreshUuid ? null : slot.To<T>();
    }

    /// <summary>Reads a text, medium, object, union or list.</summary>
    /// <typeparam name="T">Type of the member.</typeparam>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? GetReference<T>(int index)
        where T : class => Unsafe.As<T?>(Slots[index].Reference);

    /// <summary>Sets or clears a number, switch, UUID or enum.</summary>
    /// <typeparam name="T">Type of the member.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value; null to leave the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void Set<T>(int index, T? value)
        where T : struct => Slots[index] = value is { } some ? Slot.From(some, Layout.Types[index]) : Layout.Types[index].Initial;

    /// <summary>Sets or clears a text, medium, object or union.</summary>
    /// <typeparam name="T">Type of the member.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value; null to leave the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void Set<T>(int index, T? value)
        where T : class => Slots[index] = Slot.From(value, Layout.Types[index]);

    /// <summary>Sets or clears a list; the items are copied.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="index">Index of the member.</param>
    /// <param name="items">The items; null to leave the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetList<T>(int index, IEnumerable<T>? items) =>
        Slots[index] = items is null ? default : RequestList<T>.From(items, Layout.Types[index], Layout.Names[index], nameof(items));

    /// <summary>Takes over the values of another object of the same shape; later changes of either leave the other alone.</summary>
    internal void CopyFrom(RequestObject other)
    {
        Slots = (Slot[])other.Slots.Clone();
        Extra = other.Extra?.Clone();
    }

    internal void AddItem<T>(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Slot slot = Slot.From(item, Layout.Types[index]);
        Slot[] items = Slots[index].Reference is RequestList list ? [.. list.Slots, slot] : [slot];
        Slots[index] = new Slot(SlotKind.List, new RequestList<T>(items));
    }
}
