using System.Runtime.CompilerServices;
using System.Text.Json;
using ModelCards.Requests.Members;
using ModelCards.Schemas;
using ModelCards.Writing;

namespace ModelCards.Requests;

/// <summary>
/// One value of a request: the unit that validating, writing and reading all work on, so that a parameter costs the
/// generated code one property line and nothing else.
/// </summary>
internal readonly struct Slot(SlotKind kind, object? reference = null, long low = 0, long high = 0)
{
    public readonly object? Reference = reference;
    public readonly long Low = low;
    public readonly long High = high;
    public readonly SlotKind Kind = kind;

    public bool IsAbsent => Kind == SlotKind.None;

    public bool Boolean => Low != 0;

    public decimal Decimal => Unsafe.BitCast<Int128, decimal>(new Int128((ulong)High, (ulong)Low));

    public double Double => BitConverter.Int64BitsToDouble(Low);

    public Guid Uuid => Unsafe.BitCast<Int128, Guid>(new Int128((ulong)High, (ulong)Low));

    public static Slot Of(bool value) => new(SlotKind.Boolean, low: value ? 1 : 0);

    public static Slot Of(long value) => new(SlotKind.Integer, low: value);

    public static Slot Of(double value) => new(SlotKind.Double, low: BitConverter.DoubleToInt64Bits(value));

    public static Slot Of(decimal value)
    {
        Int128 bits = Unsafe.BitCast<decimal, Int128>(value);
        return new(SlotKind.Decimal, low: (long)(ulong)bits, high: (long)(ulong)(bits >> 64));
    }

    public static Slot Of(Guid value)
    {
        Int128 bits = Unsafe.BitCast<Guid, Int128>(value);
        return new(SlotKind.Uuid, low: (long)(ulong)bits, high: (long)(ulong)(bits >> 64));
    }

    /// <summary>A URI with the verdict on its text, so that it is looked at once and not at every judging.</summary>
    public static Slot Of(Uri value) => new(SlotKind.Uri, value, low: Formats.Accepts("uri", UriText.Of(value)) ? 1 : 0);

    public static Slot Of(string value) => new(SlotKind.Text, value);

    /// <summary>The kind that values of a CLR value type are stored as.</summary>
    public static SlotKind KindOf<T>()
        where T : struct =>
        typeof(T).IsEnum ? SlotKind.Enum
        : typeof(T) == typeof(bool) ? SlotKind.Boolean
        : typeof(T) == typeof(int) || typeof(T) == typeof(long) ? SlotKind.Integer
        : typeof(T) == typeof(decimal) ? SlotKind.Decimal
        : typeof(T) == typeof(double) ? SlotKind.Double
        : typeof(T) == typeof(Guid) ? SlotKind.Uuid
        : SlotKind.Json;

    /// <summary>Stores a CLR value of one of the types that generated members have.</summary>
    public static Slot From<T>(T value, MemberType type)
    {
        if (typeof(T).IsEnum)
            return new Slot(SlotKind.Enum, type.EnumTexts, Unsafe.As<T, int>(ref value));
        if (typeof(T) == typeof(bool))
            return Of((bool)(object)value!);
        if (typeof(T) == typeof(int))
            return Of((int)(object)value!);
        if (typeof(T) == typeof(long))
            return Of((long)(object)value!);
        if (typeof(T) == typeof(decimal))
            return Of((decimal)(object)value!);
        if (typeof(T) == typeof(double))
            return Of((double)(object)value!);
        if (typeof(T) == typeof(Guid))
            return Of((Guid)(object)value!);
        return value switch
        {
            null => default,
            string text => Of(text),
            RequestObject => new Slot(SlotKind.Object, value),
            MediaInput => new Slot(SlotKind.Media, value),
            System.Uri uri => Of(uri),
            UnionValue => new Slot(SlotKind.Union, value),
            // A copy, so that disposing the document that it came from does no harm.
            JsonElement element => element.ValueKind == JsonValueKind.Undefined ? default : new Slot(SlotKind.Json, element.Clone()),
            _ => throw new ArgumentException($"A parameter cannot hold a {typeof(T)}.", nameof(value)),
        };
    }

    /// <summary>Gives the CLR value back; the caller asks for the type it stored.</summary>
    public T To<T>()
    {
        if (typeof(T).IsEnum)
        {
            int ordinal = (int)Low;
            return Unsafe.As<int, T>(ref ordinal);
        }

        if (typeof(T) == typeof(bool))
            return (T)(object)Boolean;
        if (typeof(T) == typeof(int))
            return (T)(object)(int)Low;
        if (typeof(T) == typeof(long))
            return (T)(object)Low;
        if (typeof(T) == typeof(decimal))
            return (T)(object)Decimal;
        if (typeof(T) == typeof(double))
            return (T)(object)Double;
        if (typeof(T) == typeof(Guid))
            return (T)(object)Uuid;
        return (T)Reference!;
    }

    /// <summary>Reads a JSON value as it stands, for judging JSON that no request type was made for.</summary>
    public static Slot FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => default,
        JsonValueKind.Null => new Slot(SlotKind.Null),
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.String => Of(element.GetString()!),
        JsonValueKind.Number => FromNumber(element),
        _ => new Slot(SlotKind.Json, element),
    };

    private static Slot FromNumber(JsonElement element)
    {
        if (element.TryGetInt64(out long integer))
            return Of(integer);
        string text = element.GetRawText();
        // decimal.Parse rounds beyond 28 digits, so only texts that fit are taken: verdicts must be exact.
        return text.Length <= 28 && !text.AsSpan().ContainsAny('e', 'E') && element.TryGetDecimal(out decimal number)
            ? Of(number)
            : new Slot(SlotKind.NumberText, text);
    }
}
