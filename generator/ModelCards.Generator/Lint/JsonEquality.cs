using ModelCards.Generator.Parser;
using ModelCards.Schemas;

namespace ModelCards.Generator.Lint;

/// <summary>JSON values that are equal to JSON Schema: 1 and 1.0 are, and the order of members does not count.</summary>
internal sealed class JsonEquality : IEqualityComparer<JsonNode>
{
    private const int LongestShown = 40;

    public static readonly JsonEquality Instance = new();

    public bool Equals(JsonNode left, JsonNode right) => left.Kind == right.Kind && left.Kind switch
    {
        JsonKind.Text => left.Text == right.Text,
        JsonKind.Number => ExactNumber.Parse(left.Text).Equals(ExactNumber.Parse(right.Text)),
        JsonKind.Array => left.Items.SequenceEqual(right.Items, this),
        JsonKind.Object => left.Members.Count == right.Members.Count
            && left.Members.TrueForAll(member => right[member.Name] is { } other && Equals(member.Value, other)),
        _ => true,
    };

    public int GetHashCode(JsonNode node) => node.Kind switch
    {
        JsonKind.Text => node.Text.GetHashCode(),
        JsonKind.Number => ExactNumber.Parse(node.Text).GetHashCode(),
        _ => (int)node.Kind + node.Items.Count + node.Members.Count,
    };

    /// <summary>The value as a message shows it.</summary>
    public static string Show(JsonNode value) => value.Kind switch
    {
        JsonKind.Text => $"\"{(value.Text.Length > LongestShown ? value.Text.Substring(0, LongestShown) + "..." : value.Text)}\"",
        JsonKind.Number => value.Text,
        JsonKind.Array => "the array",
        JsonKind.Object => "the object",
        _ => value.Kind.ToString().ToLowerInvariant(),
    };
}
