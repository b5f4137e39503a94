using ModelCards.Generator.Emit;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

internal sealed partial class ShapeReader
{
    /// <summary>What generated unions have from their base.</summary>
    private static readonly string[] UnionMembers =
    [
        "Null", "IsNull", "As", "AsValue", "Of", "OfList", "OfNull", "Equals", "GetHashCode", "GetType", "ToString", "Finalize",
        "MemberwiseClone", "ReferenceEquals",
    ];

    private const int LongestExactDouble = 15;

    /// <summary>A value of one of several types, each of which C# can tell apart; null is one of them where the card allows it.</summary>
    private TypeReference Union(JsonNode schema, string name)
    {
        foreach (List<JsonNode> alternatives in TypeAlternatives.Of(schema))
        {
            bool isUnion = schema.Definition is { IsShared: true }
                // It is made with the definition: here only what it will be is wanted.
                ? new ShapeReader("", new TypeNames()).UnionOf(schema, alternatives, name, out TypeReference? only) is not null
                : TryMake(schema, alternatives, name, out only);
            if (isUnion)
                return UnionType(NameOf(schema, name, out _));
            if (only is { Access: not null })
                return only;
        }

        return TypeReference.Json;
    }

    private bool TryMake(JsonNode schema, List<JsonNode> alternatives, string name, out TypeReference? only)
    {
        only = null;
        int index = Types.Count;
        int made = _order.Count;
        string typeName = NameOf(schema, name, out bool isNew);
        if (!isNew)
            return true;
        if (UnionOf(schema, alternatives, typeName, out only) is { } union)
        {
            Types.Insert(index, union);
            return true;
        }

        Forget(index, made);
        return false;
    }

    /// <summary>A union that came to nothing leaves no types behind.</summary>
    private void Forget(int types, int made)
    {
        Types.RemoveRange(types, Types.Count - types);
        foreach (JsonNode node in _order.Skip(made))
        {
            typeNames.Release(_made[node]);
            _made.Remove(node);
        }

        _order.RemoveRange(made, _order.Count - made);
    }

    private static TypeReference UnionType(string name) => new(MemberKind.Reference, name, name + "Member.Type");

    /// <summary>The union of some alternatives; null where one has no type of its own, or where all have the same, which is then handed out.</summary>
    private UnionSpec? UnionOf(JsonNode schema, List<JsonNode> alternatives, string name, out TypeReference? only)
    {
        only = null;
        bool hasNull = false;
        var types = new List<TypeReference>();
        var attributes = new Dictionary<TypeReference, EquatableArray<string>>();
        var constants = new List<ClosedValue>();
        foreach (JsonNode alternative in alternatives)
        {
            if (TypeAlternatives.IsNull(alternative))
            {
                hasNull = true;
                continue;
            }

            if (BranchOf(alternative, name) is not { } type)
                return null;
            if (alternative["const"] is { Kind: JsonKind.Text or JsonKind.Number })
                constants.Add(ClosedSet.OfBranch(alternative));
            if (!types.Exists(other => other.Type == type.Type && other.Kind == type.Kind))
            {
                types.Add(type);
                attributes[type] = AttributeText.OfBranch(alternative, alternatives);
            }
        }

        // On the wire the two are one: the wider holds both.
        if (types.Exists(type => type == Int64))
            types.Remove(Int32);
        if (types.Count + (hasNull ? 1 : 0) < 2)
        {
            only = types.Count == 1 ? types[0] : null;
            return null;
        }

        var names = new NameAllocator([.. UnionMembers, name]);
        return new UnionSpec
        {
            Name = name,
            Docs = DocsOf(schema, name),
            HasNull = hasNull,
            Branches = types.Select(type => BranchSpec(type, names.Allocate("As" + BranchName(type, name)), attributes[type])).ToEquatableArray(),
            Constants = constants.Select(value => ConstantSpec(value, types, names.Allocate(value.Name))).ToEquatableArray(),
        };
    }

    private TypeReference? BranchOf(JsonNode alternative, string name)
    {
        if (!alternative.IsObject)
            return null;
        string branchName = alternative.TextOf("x-csharp-name") ?? name + NounFor(alternative);
        TypeReference type = alternative["const"] switch
        {
            { Kind: JsonKind.True or JsonKind.False } => Boolean,
            { Kind: JsonKind.Text } => Text,
            { Kind: JsonKind.Number } number => NumberType(number.Text),
            // A conversion to the union speaks of the set at each call, and is not to make it anew.
            _ when ClosedSet.Of(alternative) is { } values => Enum(alternative, values, branchName, isForLayout: false),
            _ => TypeOf(alternative, branchName, isRoot: false),
        };
        return type.Kind == MemberKind.Constant || type == TypeReference.Json ? null : type;
    }

    /// <summary>Type of a number that the card names; one that is no C# literal of the same value has none.</summary>
    private static TypeReference NumberType(string number) => int.TryParse(number, IntegerStyle, Invariant, out _) ? Int32
        : long.TryParse(number, IntegerStyle, Invariant, out _) ? Int64
        : number.Length <= LongestExactDouble && number.IndexOfAny(['e', 'E']) < 0 ? Double
        : TypeReference.Json;

    private static UnionBranchSpec BranchSpec(TypeReference type, string property, EquatableArray<string> attributes)
    {
        bool isList = type.Kind is MemberKind.List or MemberKind.ObjectList;
        return new UnionBranchSpec(property, type.Type, type.Layout, type.Kind != MemberKind.Value, isList, attributes);
    }

    private static UnionConstantSpec ConstantSpec(ClosedValue value, List<TypeReference> types, string name)
    {
        bool isText = value.Value.Kind == JsonKind.Text;
        TypeReference type = isText ? Text : NumberType(value.Value.Text);
        if (type == Int32 && types.Contains(Int64))
            type = Int64;
        string suffix = type == Double ? "d" : type == Int64 ? "L" : "";
        string literal = isText ? CSharpLiteral.Text(value.Value.Text) : value.Value.Text + suffix;
        return new UnionConstantSpec(name, literal, type.Layout, DocText.Value(value.Value.Text, value.Description));
    }

    private static string NounFor(JsonNode branch) => branch.TextOf("type") == "object" ? "Settings" : "Option";

    private static string BranchName(TypeReference type, string union) => type.Type switch
    {
        _ when type.Kind is MemberKind.List or MemberKind.ObjectList => "List",
        "bool" => "Boolean",
        "int" or "long" => "Integer",
        "decimal" or "double" => "Number",
        "string" => "Text",
        "MediaInput" => "Media",
        var own when own.StartsWith(union, StringComparison.Ordinal) && own.Length > union.Length => own.Substring(union.Length),
        _ => type.Type,
    };
}
