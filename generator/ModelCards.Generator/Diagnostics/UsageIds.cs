namespace ModelCards.Generator.Diagnostics;

/// <summary>Numbers of the diagnostics about code that uses cards: dense, never reused.</summary>
internal static class UsageIds
{
    public const string OutOfRange = "CARD0101";
    public const string OffStep = "CARD0102";
    public const string WrongLength = "CARD0103";
    public const string PatternMismatch = "CARD0104";
    public const string NotAUuid = "CARD0105";
    public const string NotAUri = "CARD0106";
    public const string NotAnAir = "CARD0107";
    public const string WrongItemCount = "CARD0108";
    public const string NotAllowed = "CARD0109";
    public const string MutuallyExclusive = "CARD0110";
    public const string PartnerMissing = "CARD0111";
    public const string OutOfOrder = "CARD0112";
    public const string NotInTable = "CARD0113";
    public const string RuledOut = "CARD0114";
    public const string NecessaryMissing = "CARD0115";
    public const string UnusedBuild = "CARD0116";
    public const string ApiKeyInSource = "CARD0117";
}
