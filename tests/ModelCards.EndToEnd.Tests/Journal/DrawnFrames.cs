using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ModelCards.EndToEnd.Tests.Journal;

/// <summary>Frames with an API key in them, as odd as JSON allows.</summary>
internal static class DrawnFrames
{
    private static readonly Gen<string> Space = Gen.Elements("", "", "", " ", "\n", "\t ");

    public static Gen<string> Key { get; } =
        from length in Gen.Choose(8, 24)
        from letters in Gen.Elements("aBcDeFgHjKmNpQrStUvWxYz0123456789-_.\"\\/<é語".ToCharArray()).ArrayOf(length)
        select new string(letters);

    /// <summary>A JSON string, each letter of it plain or as an escape.</summary>
    public static Gen<string> Spelled(string text) =>
        from ways in Gen.Choose(0, 3).ArrayOf(text.Length)
        select $"\"{string.Concat(text.Select((letter, index) => Spell(letter, ways[index])))}\"";

    /// <summary>A frame that authenticates, and has the key in other texts too.</summary>
    public static Gen<string> Frame(string key) =>
        from authentication in Authentication(key)
        from others in Value(key, 3).ListOf(2)
        from place in Gen.Choose(0, 2)
        from tasks in Gen.Constant(others.Select(other => $"{{\"task\":{other}}}").ToList())
        select Join(tasks, authentication, place);

    /// <summary>A frame that has the key where it belongs, and nowhere else.</summary>
    public static Gen<string> Authentication(string key) =>
        from name in Gen.Elements("apiKey", "apikey", "API_KEY", "api-key", "x-api-key", "apiKeys").SelectMany(Spelled)
        from value in Shell(key)
        from type in Spelled("authentication")
        from space in Space
        from more in Gen.Elements("", ",\"more\":[1,{\"a\":null}]", ",\"sdk\":\"js\"")
        from isFirst in Gen.Elements(true, false)
        select isFirst
            ? $"{{{space}{name}{space}:{space}{value}{space},\"taskType\":{type}{more}}}"
            : $"{{\"taskType\":{type}{more},{space}{name}:{space}{value}}}";

    // The key as a string, or with things around it.
    private static Gen<string> Shell(string key) =>
        from text in Spelled(key)
        from shell in Gen.Elements("{0}", "{0}", "[{0}]", "[[1,{0}],2]", "OPEN\"value\":{0}CLOSE")
        select shell.Replace("{0}", text, StringComparison.Ordinal)
            .Replace("OPEN", "{", StringComparison.Ordinal).Replace("CLOSE", "}", StringComparison.Ordinal);

    private static Gen<string> Value(string key, int depth) => depth == 0
        ? Gen.Frequency((2, Gen.Elements("1", "true", "null", "\"a\"", "\"http://x/?a=b\"")), (3, Around(key)))
        : Gen.Frequency(
            (2, Around(key)),
            (2, Value(key, depth - 1).ListOf(2).Select(items => $"[{string.Join(", ", items)}]")),
            (2, from name in Around(key) from value in Value(key, depth - 1) select $"{{{name}:{value}}}"));

    private static Gen<string> Around(string key) =>
        from before in Gen.Elements("", "a ", "\\", "\"", "x")
        from after in Gen.Elements("", " b", "\n", key)
        from text in Spelled(before + key + after)
        select text;

    private static string Join(List<string> tasks, string task, int place)
    {
        tasks.Insert(place, task);
        return $"[{string.Join(',', tasks)}]";
    }

    private static string Spell(char letter, int way)
    {
        string code = ((int)letter).ToString(way == 0 ? "x4" : "X4", CultureInfo.InvariantCulture);
        return (letter, way) switch
        {
            (_, < 2) => "\\u" + code,
            ('"', _) => "\\\"",
            ('\\', _) => "\\\\",
            ('\n', _) => "\\n",
            ('/', 2) => "\\/",
            _ => letter.ToString(),
        };
    }
}
