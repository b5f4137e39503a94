using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>The C# side of a schema: which type a value of it has, and how the layout names it.</summary>
internal sealed record TypeReference(MemberKind Kind, string Type, string Layout)
{
    public static readonly TypeReference Json = new(MemberKind.Value, "JsonElement", "Member.Json");

    /// <summary>The one value that every request draws by itself.</summary>
    public static readonly TypeReference TaskUuid = new(MemberKind.Value, "Guid", "Member.TaskUuid") { Access = "Uuid" };

    public string? Constant { get; init; }

    /// <summary>What the accessors of the kernel call the type, such as Int32; null for a type of the card.</summary>
    public string? Access { get; init; }

    /// <summary>The schema of the nested object, for methods that take its required members.</summary>
    public JsonNode? Object { get; init; }

    public string ParameterType => Kind is MemberKind.List or MemberKind.ObjectList ? $"IEnumerable<{Type}>" : Type;
}
