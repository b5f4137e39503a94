using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.MetaSchema;

/// <summary>A row of a file in tests/Cases/meta; the README there says what is in it.</summary>
internal sealed record Example(
    string Name,
    string Text,
    (string Path, string Text)[] With,
    string[] Diagnostics,
    string? Beyond,
    string[] Editor)
{
    private static readonly string Folder = Repository.At("tests/Cases/meta");

    /// <summary>Names of the files, which are those of the diagnostics.</summary>
    public static string[] Files { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    public static Example[] Read(string file)
    {
        using JsonDocument rows = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file + ".json")));
        return [.. rows.RootElement.EnumerateArray().Select(Of)];
    }

    /// <summary>What generator and analyzer say of the card, in the form of <see cref="Diagnostics"/>.</summary>
    public string[] Report()
    {
        Dictionary<int, string> places = PlacesOf(Text);
        (string, string)[] files = [(GeneratorHarness.DefaultPath, Text), .. With];
        return
        [
            .. GeneratorHarness.Run(files).Result.Diagnostics.Concat(CardAnalysis.DiagnosticsOf(files))
                .Where(diagnostic => diagnostic.Location.GetLineSpan().Path == GeneratorHarness.DefaultPath)
                .Select(diagnostic => places.TryGetValue(ByteAt(diagnostic.Location.SourceSpan.Start), out string? place)
                    ? $"{diagnostic.Id} {place}"
                    : diagnostic.Id)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Example Of(JsonElement row) => new(
        row.GetProperty("name").GetString()!,
        row.TryGetProperty("text", out JsonElement parts) ? TextOf(parts) : row.GetProperty("card").GetRawText(),
        row.TryGetProperty("with", out JsonElement files)
            ? [.. files.EnumerateObject().Select(file => ("/project/schemas/" + file.Name, file.Value.GetRawText()))]
            : [],
        TextsOf(row, "diagnostics"),
        row.TryGetProperty("beyond", out JsonElement reason) ? reason.GetString() : null,
        TextsOf(row, "editor"));

    private static string[] TextsOf(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(text => text.GetString()!)] : [];

    /// <summary>Text as it stands, or with a number how often, {i} being the number of the repetition.</summary>
    private static string TextOf(JsonElement parts)
    {
        var text = new StringBuilder();
        foreach (JsonElement part in parts.EnumerateArray())
        {
            string piece = (part.ValueKind == JsonValueKind.Array ? part[0] : part).GetString()!;
            int count = part.ValueKind == JsonValueKind.Array ? part[1].GetInt32() : 1;
            for (int i = 0; i < count; i++)
                text.Append(piece.Replace("{i}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private int ByteAt(int character) => Encoding.UTF8.GetByteCount(Text.AsSpan(0, character));

    /// <summary>Pointers by the byte that a value, or the name of a member, begins with.</summary>
    private static Dictionary<int, string> PlacesOf(string text)
    {
        var places = new Dictionary<int, string>();
        if (SchemaReader.Read(new CardFile("", text), new DiagnosticBag()) is { } root)
            Walk(root, "");
        return places;

        void Walk(JsonNode node, string pointer)
        {
            places[node.Start] = pointer;
            foreach (JsonMember member in node.Members)
            {
                string name = member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                string inside = $"{pointer}/{name}";
                places[member.Start] = inside;
                Walk(member.Value, inside);
            }

            for (int i = 0; i < node.Items.Count; i++)
                Walk(node.Items[i], $"{pointer}/{i}");
        }
    }
}
