namespace ModelCards.Requests;

/// <summary>What a <see cref="Slot"/> holds.</summary>
internal enum SlotKind : byte
{
    /// <summary>The parameter is absent and will not be sent.</summary>
    None,
    Null,
    Boolean,
    Integer,
    Decimal,
    Double,

    /// <summary>A JSON number that neither <see cref="long"/> nor <see cref="decimal"/> holds, kept as its text.</summary>
    NumberText,
    Text,
    Uuid,

    /// <summary>A task UUID that is drawn anew each time the request is written.</summary>
    FreshUuid,
    Uri,
    Media,
    Enum,
    Object,
    List,
    Union,

    /// <summary>A JSON object or array (or, for an untyped parameter, any JSON value) kept as it came.</summary>
    Json,
}
