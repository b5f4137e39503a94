namespace ModelCards.Generator.Diagnostics;

/// <summary>Numbers of the diagnostics: dense, never reused. 00xx is about cards, 01xx about code that uses them.</summary>
internal static class DiagnosticIds
{
    public const string InvalidJson = "CARD0001";
    public const string NotACard = "CARD0002";
    public const string UnsupportedKeyword = "CARD0003";
    public const string WrongKeywordValue = "CARD0004";
    public const string UnresolvedReference = "CARD0005";
    public const string CircularReference = "CARD0006";
    public const string DuplicateProperty = "CARD0007";
    public const string NameCollision = "CARD0008";
    public const string TooLarge = "CARD0009";
    public const string UnresolvedPointer = "CARD0010";
    public const string UnusablePattern = "CARD0011";
    public const string UndeclaredRequired = "CARD0012";
    public const string InternalError = "CARD0013";
    public const string EmptyRange = "CARD0014";
    public const string UnreachableStep = "CARD0015";
    public const string DefaultOutside = "CARD0016";
    public const string DuplicateValue = "CARD0017";
    public const string ClashingNames = "CARD0018";
    public const string UnjudgedFormat = "CARD0019";
}
