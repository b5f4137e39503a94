namespace ModelCards.Generator;

/// <summary>Names of the pipeline steps, for the tests of incrementality.</summary>
internal static class TrackingNames
{
    public const string Files = nameof(Files);
    public const string Shared = nameof(Shared);
    public const string Cards = nameof(Cards);
    public const string Definitions = nameof(Definitions);
    public const string Specs = nameof(Specs);
    public const string Diagnostics = nameof(Diagnostics);
    public const string Collisions = nameof(Collisions);
    public const string Catalog = nameof(Catalog);
}
