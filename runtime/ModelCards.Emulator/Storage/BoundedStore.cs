using System.Diagnostics.CodeAnalysis;

namespace ModelCards.Emulator.Storage;

/// <summary>A memory of limited size that forgets what is oldest. What is too large for it is not kept at all.</summary>
internal sealed class BoundedStore<TKey, TValue>(int maxCount, long maxBytes)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<(TKey Key, long Bytes)> _ages = new();
    private long _bytes;

    public bool TryAdd(TKey key, TValue value, long bytes)
    {
        lock (_lock)
        {
            if (bytes > maxBytes)
                return !_values.ContainsKey(key);
            if (!_values.TryAdd(key, value))
                return false;
            _ages.Enqueue((key, bytes));
            _bytes += bytes;
            while (_values.Count > maxCount || _bytes > maxBytes)
            {
                (TKey oldest, long freed) = _ages.Dequeue();
                _values.Remove(oldest);
                _bytes -= freed;
            }

            return true;
        }
    }

    /// <summary>Puts another value in the place of one that is remembered still.</summary>
    public void Replace(TKey key, TValue value)
    {
        lock (_lock)
        {
            if (_values.ContainsKey(key))
                _values[key] = value;
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
            return _values.TryGetValue(key, out value);
    }

    /// <summary>What is remembered, oldest first.</summary>
    public IReadOnlyList<TValue> ToList()
    {
        lock (_lock)
            return [.. _ages.Select(age => _values[age.Key])];
    }
}
