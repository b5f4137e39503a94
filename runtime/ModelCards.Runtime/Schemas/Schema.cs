using System.Text.Json;

namespace ModelCards.Schemas;

/// <summary>One JSON Schema (2020-12), with our <c>x-</c> rules, ready to judge values.</summary>
internal sealed class Schema
{
    /// <summary>The verdict of a boolean schema; null for an ordinary one.</summary>
    public bool? Always { get; init; }

    public SchemaTypes Types { get; init; }

    public NumberRange? Range { get; init; }

    public RelativeBound[] RelativeBounds { get; init; } = [];

    public int MinLength { get; init; }

    public int MaxLength { get; init; } = int.MaxValue;

    public EcmaPattern? Pattern { get; init; }

    public string? Format { get; init; }

    /// <summary>Allowed values; <c>const</c> is the set of one.</summary>
    public ValueSet? Allowed { get; init; }

    public Schema? Items { get; init; }

    public Schema[] PrefixItems { get; init; } = [];

    public int MinItems { get; init; }

    public int MaxItems { get; init; } = int.MaxValue;

    public bool UniqueItems { get; init; }

    public Schema? Contains { get; init; }

    public int MinContains { get; init; } = 1;

    public int MaxContains { get; init; } = int.MaxValue;

    public MemberTable? Properties { get; init; }

    public MemberTable? Required { get; init; }

    public Schema? AdditionalProperties { get; init; }

    public Schema? PropertyNames { get; init; }

    public int MinProperties { get; init; }

    public int MaxProperties { get; init; } = int.MaxValue;

    public (MemberTable Trigger, MemberTable Required)[] DependentRequired { get; init; } = [];

    public (MemberTable Trigger, Schema Schema)[] DependentSchemas { get; init; } = [];

    public AreaRule[] Constraints { get; init; } = [];

    public Schema[] AllOf { get; init; } = [];

    public Schema[] AnyOf { get; init; } = [];

    public Schema[] OneOf { get; init; } = [];

    public Schema? Not { get; init; }

    public Schema? If { get; init; }

    public Schema? Then { get; init; }

    public Schema? Else { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public JsonElement? Default { get; init; }

    public JsonElement[] Examples { get; init; } = [];

    /// <summary>Title and description of each allowed value, where the card gives any.</summary>
    public (string? Title, string? Description)[] Choices { get; init; } = [];

    public bool IsDeprecated { get; init; }

    /// <summary>Whether there is anything beyond type, bounds, lengths and allowed values: most parameters have no more.</summary>
    public bool HasApplicators { get; private set; }

    public bool HasStringRules { get; private set; }

    public bool HasArrayRules { get; private set; }

    public bool HasObjectRules { get; private set; }

    /// <summary>Whether a value that passes type, range, length and allowed values has passed all but bounds set by other values.</summary>
    public bool IsPlain { get; private set; }

    internal Schema Prepare()
    {
        HasApplicators = AllOf.Length + AnyOf.Length + OneOf.Length > 0 || Not is not null || If is not null;
        HasStringRules = MinLength > 0 || MaxLength < int.MaxValue || Pattern is not null || Format is not null;
        HasArrayRules = Items is not null || PrefixItems.Length > 0 || MinItems > 0 || MaxItems < int.MaxValue || UniqueItems || Contains is not null;
        HasObjectRules = Properties is not null || Required is not null || AdditionalProperties is not null || PropertyNames is not null
            || MinProperties > 0 || MaxProperties < int.MaxValue || DependentRequired.Length + DependentSchemas.Length + Constraints.Length > 0;
        IsPlain = Always is null && !HasApplicators && !HasObjectRules && !HasArrayRules;
        return this;
    }
}
