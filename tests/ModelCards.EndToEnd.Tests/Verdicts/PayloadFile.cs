using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelCards.EndToEnd.Tests.Verdicts;

/// <summary>A request that was made from a schema, and ajv's verdict on it.</summary>
internal sealed record Payload(int Line, JsonElement Request, bool IsValid);

/// <summary>
/// The payloads of one document: a line with some base requests, then a line for each payload, which is
/// <c>[verdict, base, edits...]</c>. An edit is a pointer and the value that goes there, or <c>-</c> and the pointer of what is taken away.
/// </summary>
internal static class PayloadFile
{
    public static IEnumerable<Payload> Read(string slug)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Payloads", slug + ".jsonl.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        JsonArray bases = JsonNode.Parse(reader.ReadLine()!)!["bases"]!.AsArray();
        for (int line = 2; reader.ReadLine() is { } text; line++)
        {
            JsonArray row = JsonNode.Parse(text)!.AsArray();
            JsonNode request = bases[row[1]!.GetValue<int>()]!.DeepClone();
            for (int i = 2; i < row.Count; i++)
            {
                string edit = row[i]!.GetValue<string>();
                if (edit.StartsWith('-'))
                    OwnerOf(request, edit[1..], out string member).AsObject().Remove(member);
                else
                    Set(request, edit, row[++i]?.DeepClone());
            }

            request = LongTexts.Expand(request)!;
            yield return new Payload(line, JsonDocument.Parse(request.ToJsonString()).RootElement, row[0]!.GetValue<int>() == 1);
        }
    }

    private static void Set(JsonNode request, string pointer, JsonNode? value)
    {
        JsonNode owner = OwnerOf(request, pointer, out string last);
        if (owner is not JsonArray list)
            owner[last] = value;
        else if (Index(last) == list.Count)
            list.Add(value);
        else
            list[Index(last)] = value;
    }

    private static JsonNode OwnerOf(JsonNode request, string pointer, out string last)
    {
        string[] steps = Array.ConvertAll(pointer[1..].Split('/'), Unescape);
        last = steps[^1];
        return steps[..^1].Aggregate(request, (owner, step) => owner is JsonArray list ? list[Index(step)]! : owner[step]!);
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);

    private static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
