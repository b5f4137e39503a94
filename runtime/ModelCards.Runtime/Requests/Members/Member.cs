using System.ComponentModel;

namespace ModelCards.Requests.Members;

/// <summary>The value types that generated layouts are written with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Member
{
    /// <summary>true or false.</summary>
    public static MemberType Boolean { get; } = new ScalarType("true or false", ScalarType.ReadBoolean);

    /// <summary>An integer whose bounds fit <see cref="int"/>.</summary>
    public static MemberType Int32 { get; } = new ScalarType("an integer", ScalarType.ReadInt32);

    /// <summary>Any other integer.</summary>
    public static MemberType Int64 { get; } = new ScalarType("an integer of at most 64 bits", ScalarType.ReadInt64);

    /// <summary>A number with a step.</summary>
    public static MemberType Decimal { get; } = new ScalarType("a number", ScalarType.ReadDecimal);

    /// <summary>A number without a step.</summary>
    public static MemberType Double { get; } = new ScalarType("a number", ScalarType.ReadDouble);

    /// <summary>Any text.</summary>
    public static MemberType Text { get; } = new ScalarType("a string", ScalarType.ReadText);

    /// <summary>A UUID.</summary>
    public static MemberType Uuid { get; } = new ScalarType("a UUID", ScalarType.ReadUuid);

    /// <summary>The task UUID: drawn anew for each sending unless it is set.</summary>
    public static MemberType TaskUuid { get; } = new ScalarType("a UUID", ScalarType.ReadUuid, new Slot(SlotKind.FreshUuid));

    /// <summary>A URI.</summary>
    public static MemberType Uri { get; } = new ScalarType("a URI", ScalarType.ReadUri);

    /// <summary>An image or other medium.</summary>
    public static MemberType Media { get; } = new ScalarType("a string", ScalarType.ReadMedia);

    /// <summary>A value that the card leaves open, or that has no closer C# type.</summary>
    public static MemberType Json { get; } = new ScalarType("a JSON value", ScalarType.ReadJson);

    /// <summary>JSON null, as one of the types of a union.</summary>
    public static MemberType Null { get; } = new ScalarType("null", ScalarType.ReadNull);

    /// <summary>A text that the card fixes.</summary>
    /// <param name="value">The fixed text.</param>
    public static MemberType Constant(string value) => new ScalarType("a string", ScalarType.ReadText, Slot.Of(value));

    /// <summary>A whole number that the card fixes.</summary>
    /// <param name="value">The fixed number.</param>
    public static MemberType Constant(long value) => new ScalarType("an integer", ScalarType.ReadInt64, Slot.Of(value));

    /// <summary>A switch that the card fixes.</summary>
    /// <param name="value">The fixed position.</param>
    public static MemberType Constant(bool value) => new ScalarType("true or false", ScalarType.ReadBoolean, Slot.Of(value));

    /// <summary>A closed set of texts.</summary>
    /// <typeparam name="T">The enum, whose members number from 0 in the order of <paramref name="texts"/>.</typeparam>
    /// <param name="texts">The texts on the wire.</param>
    public static MemberType Enum<T>(params string[] texts)
        where T : struct, Enum => new EnumType<T>(new EnumTexts(typeof(T), texts));

    /// <summary>A closed set of integers.</summary>
    /// <typeparam name="T">The enum, whose members number from 0 in the order of <paramref name="numbers"/>.</typeparam>
    /// <param name="numbers">The numbers on the wire.</param>
    public static MemberType Enum<T>(params long[] numbers)
        where T : struct, Enum => new EnumType<T>(new EnumTexts(typeof(T), numbers));

    /// <summary>A nested object.</summary>
    /// <typeparam name="T">Its generated type.</typeparam>
    public static MemberType Object<T>()
        where T : RequestObject, IRequestObject<T> => ObjectType<T>.Instance;

    /// <summary>A value of one of several types.</summary>
    /// <typeparam name="T">The generated union.</typeparam>
    /// <param name="branches">The types it may hold.</param>
    public static MemberType Union<T>(params MemberType[] branches)
        where T : UnionValue, IUnionValue<T> => new UnionType<T>(branches);

    /// <summary>A list.</summary>
    /// <typeparam name="T">Type of its items in C#.</typeparam>
    /// <param name="item">Type of its items on the wire.</param>
    public static MemberType List<T>(MemberType item) => new ListType<T>(item);
}
