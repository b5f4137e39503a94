using System.Collections;

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

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
