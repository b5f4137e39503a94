using System.Globalization;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Parser;

/// <summary>Follows <c>$ref</c> inside a file and into files of shared definitions.</summary>
internal sealed class ReferenceResolver(SharedDefinitions shared, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, JsonNode?> _roots = new(StringComparer.Ordinal);

    public void Add(JsonNode root) => _roots[root.File.Path] = root;

    /// <summary>The schema that a reference leads to; null when it leads nowhere, which is then reported.</summary>
    public JsonNode? Resolve(JsonNode reference, JsonNode? origin)
    {
        int hash = reference.Text.IndexOf('#');
        string path = hash < 0 ? reference.Text : reference.Text.Substring(0, hash);
        string pointer = hash < 0 ? "" : reference.Text.Substring(hash + 1);
        if (RootOf(reference, path, origin) is not { } node)
            return null;
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            Fail(reference, origin, "what follows # must be a JSON pointer such as /$defs/name");
            return null;
        }

        foreach (string step in pointer.Split('/').Skip(1).Select(Unescape))
        {
            JsonNode? next = node.Kind == JsonKind.Array ? ItemOf(node, step) : node[step];
            if (next is null)
            {
                Fail(reference, origin, $"there is no '{step}'{Offer(node)}");
                return null;
            }

            node = next;
        }

        if (node.Kind is JsonKind.Object or JsonKind.True or JsonKind.False)
            return node;
        Fail(reference, origin, "it leads to something that is no schema");
        return null;
    }

    private static JsonNode? ItemOf(JsonNode list, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Items.Count
            ? list.Items[index]
            : null;

    public static string Unescape(string step) => Uri.UnescapeDataString(step).Replace("~1", "/").Replace("~0", "~");

    private JsonNode? RootOf(JsonNode reference, string path, JsonNode? origin)
    {
        if (path.Length == 0)
            return _roots[reference.File.Path];
        string full = Combine(reference.File.Path, path);
        if (_roots.TryGetValue(full, out JsonNode? known))
        {
            if (known is null)
                diagnostics.Repeat();
            return known;
        }

        if (shared.Find(full) is not { } file)
        {
            const string hint = "such a file has \"$defs\" and nothing else, and lies below schemas/";
            Fail(reference, origin, $"no file of shared definitions stands at '{path}' from here; {hint}");
            return null;
        }

        JsonNode? root = SchemaReader.Read(file, diagnostics);
        _roots[full] = root;
        return root;
    }

    private void Fail(JsonNode reference, JsonNode? origin, string reason) =>
        diagnostics.ReportFrom(origin, DiagnosticDescriptors.UnresolvedReference, reference, reference.Text, reason);

    private static string Offer(JsonNode node) => node.IsObject && node.Members.Count is > 0 and <= 40
        ? "; there are " + string.Join(", ", node.Members.Select(member => member.Name))
        : "";

    private static string Combine(string from, string relative)
    {
        var steps = new List<string>(from.Split('/'));
        steps.RemoveAt(steps.Count - 1);
        foreach (string step in relative.Replace('\\', '/').Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step != ".")
                steps.Add(step);
        }

        return string.Join("/", steps);
    }
}
