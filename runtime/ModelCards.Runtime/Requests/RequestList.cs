using System.Collections;
using ModelCards.Requests.Members;

namespace ModelCards.Requests;

/// <summary>A list inside a request, as the kernel sees it.</summary>
internal abstract class RequestList(Slot[] slots)
{
    public Slot[] Slots => slots;
}

/// <summary>A list inside a request, as its owner sees it; a copy, so that nobody can change a request that was judged.</summary>
internal sealed class RequestList<T>(Slot[] slots) : RequestList(slots), IReadOnlyList<T>
{
    public int Count => Slots.Length;

    public T this[int index] => Slots[index].To<T>();

    public IEnumerator<T> GetEnumerator()
    {
        foreach (Slot slot in Slots)
            yield return slot.To<T>();
    }

    /// <summary>A slot that holds a copy of some items.</summary>
    internal static Slot From(IEnumerable<T> items, MemberType type, string name, string argument)
    {
        var slots = new List<Slot>();
        foreach (T item in items)
        {
            slots.Add(item is null
                ? throw new ArgumentException($"Item {slots.Count} of {name} is null.", argument)
                : Slot.From(item, type));
        }

        return new Slot(SlotKind.List, new RequestList<T>([.. slots]));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
