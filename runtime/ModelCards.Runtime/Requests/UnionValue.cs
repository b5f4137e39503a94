using System.ComponentModel;
using ModelCards.Requests.Members;

namespace ModelCards.Requests;

/// <summary>A parameter that takes values of several types, such as <c>true</c> or an object.</summary>
public abstract class UnionValue
{
    /// <summary>Starts an empty union; only generated code does.</summary>
    private protected UnionValue()
    {
    }

    /// <summary>Whether it holds JSON null, which is sent; only unions of a card that allows null can.</summary>
    public bool IsNull => Value.Kind == SlotKind.Null;

    internal Slot Value { get; set; }
}

/// <summary>The base of generated unions.</summary>
/// <typeparam name="TSelf">The generated union.</typeparam>
public abstract class UnionValue<TSelf> : UnionValue
    where TSelf : UnionValue<TSelf>, IUnionValue<TSelf>
{
    /// <summary>Makes a union that holds a value.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="type">Type of the value on the wire.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static TSelf Of<T>(T value, MemberType type)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Holding(Slot.From(value, type));
    }

    /// <summary>Makes a union that holds a list; the items are copied.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="type">Type of the list on the wire.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static TSelf OfList<T>(T[] items, MemberType type)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Holding(RequestList<T>.From(items, type, "the list", nameof(items)));
    }

    /// <summary>Makes a union that holds JSON null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static TSelf OfNull() => Holding(new Slot(SlotKind.Null));

    private static TSelf Holding(in Slot value)
    {
        TSelf union = TSelf.New();
        union.Value = value;
        return union;
    }

    /// <summary>The value, when it is an object or text of the type asked for.</summary>
    /// <typeparam name="T">Type asked for.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? As<T>()
        where T : class => Value.Reference as T;

    /// <summary>The value, when it is a number, switch or enum of the type asked for.</summary>
    /// <typeparam name="T">Type asked for.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? AsValue<T>()
        where T : struct =>
        Value.Kind == Slot.KindOf<T>() && (!typeof(T).IsEnum || ((EnumTexts)Value.Reference!).Type == typeof(T)) ? Value.To<T>() : null;
}

/// <summary>Makes generated unions.</summary>
/// <typeparam name="TSelf">The generated union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUnionValue<TSelf>
    where TSelf : IUnionValue<TSelf>
{
    /// <summary>Makes an empty union.</summary>
    static abstract TSelf New();
}
