namespace ModelCards.Schemas;

/// <summary>The types of JSON values, as the <c>type</c> keyword names them.</summary>
[Flags]
internal enum SchemaTypes
{
    Any = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}
