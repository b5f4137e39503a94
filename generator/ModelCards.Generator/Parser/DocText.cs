using System.Globalization;
using ModelCards.Generator.Emit;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>Documentation lines out of what a card says. Everything is escaped: no text of a card can leave its comment.</summary>
internal static class DocText
{
    private const int Width = 116;
    private const int ShownExamples = 3;

    public static EquatableArray<string> Summary(string markdown) => Element("summary", Prose(markdown)).ToEquatableArray();

    /// <summary>One value of a closed set: its text on the wire, and what the card says of it.</summary>
    public static EquatableArray<string> Value(string text, string? markdown) =>
        Element("summary", Code(text) + (markdown is null ? "" : ": " + Prose(markdown))).ToEquatableArray();

    /// <summary>What something without a description is.</summary>
    public static EquatableArray<string> Unnamed(string what, string name) =>
        Element("summary", $"{what} {Code(name)}.").ToEquatableArray();

    /// <summary>What a member is, and under <c>value</c> what it takes.</summary>
    public static EquatableArray<string> Member(JsonNode schema, string name)
    {
        IEnumerable<string> lines = (schema.TextOf("description") ?? schema.TextOf("title")) is { } description
            ? Summary(description)
            : Unnamed("The parameter", name);
        return (Value(schema) is { Length: > 0 } value ? lines.Concat(Element("value", value)) : lines).ToEquatableArray();
    }

    /// <summary>Bounds, step, lengths, items and default in one sentence each.</summary>
    private static string Value(JsonNode schema)
    {
        var parts = new List<string>();
        string? low = schema["minimum"]?.Text ?? schema["exclusiveMinimum"]?.Text;
        string? high = schema["maximum"]?.Text ?? schema["exclusiveMaximum"]?.Text;
        string range = (low, high) switch
        {
            ({ }, { }) => $"From {(schema["minimum"] is null ? "above " : "")}{low} to {(schema["maximum"] is null ? "below " : "")}{high}",
            ({ }, null) => $"{(schema["minimum"] is null ? "Above" : "At least")} {low}",
            (null, { }) => $"{(schema["maximum"] is null ? "Below" : "At most")} {high}",
            _ => "",
        };
        string step = schema["multipleOf"] is { } by ? $"{(range.Length > 0 ? ", a" : "A")} multiple of {by.Text}" : "";
        parts.Add(range + step);
        parts.Add(Count(schema["minLength"]?.Text, schema["maxLength"]?.Text, "character"));
        parts.Add(Count(schema["minItems"]?.Text, schema["maxItems"]?.Text, "item"));
        parts.AddRange(schema.Members.Where(member => member.Value.Kind == JsonKind.Text).Select(Relative));
        if (schema["default"] is { } value)
            parts.Add($"The service takes {Show(value)} when it is not set");
        if (schema["examples"]?.Items.Where(example => example.Kind is JsonKind.Text or JsonKind.Number).Take(ShownExamples).ToList() is { Count: > 0 } examples)
            parts.Add($"For example {string.Join(", ", examples.Select(Show))}");
        if (schema["deprecated"]?.Kind == JsonKind.True)
            parts.Add("The card marks it as deprecated");
        return string.Join(" ", parts.Where(part => part.Length > 0).Select(part => part + "."));
    }

    private static string Relative(JsonMember bound)
    {
        string other = bound.Value.Text.Substring(bound.Value.Text.LastIndexOf('/') + 1);
        return bound.Name switch
        {
            "x-minimum" => $"At least {Code(other)}",
            "x-exclusiveMinimum" => $"Greater than {Code(other)}",
            "x-maximum" => $"At most {Code(other)}",
            "x-exclusiveMaximum" => $"Less than {Code(other)}",
            _ => "",
        };
    }

    private static string Count(string? minimum, string? maximum, string noun) => (minimum, maximum) switch
    {
        (null, null) => "",
        ({ }, { }) when minimum == maximum => $"Exactly {minimum} {noun}{(minimum == "1" ? "" : "s")}",
        ({ }, null) => $"At least {minimum} {noun}{(minimum == "1" ? "" : "s")}",
        (null, { }) => $"At most {maximum} {noun}{(maximum == "1" ? "" : "s")}",
        _ => $"{minimum} to {maximum} {noun}s",
    };

    private static string Show(JsonNode value) => value.Kind switch
    {
        JsonKind.Text => Code(value.Text),
        JsonKind.Number => value.Text,
        JsonKind.Array or JsonKind.Object => "the card's default",
        _ => value.Kind.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    private static List<string> Element(string name, string text)
    {
        string whole = $"<{name}>{text}</{name}>";
        if (whole.Length <= Width)
            return [whole];
        List<string> lines = [$"<{name}>"];
        string line = "";
        foreach (string word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length + 1 > Width && line.Length > 0)
            {
                lines.Add(line);
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        lines.Add(line);
        lines.Add($"</{name}>");
        return lines;
    }

    /// <summary>Escapes, and turns words between back quotes into code.</summary>
    private static string Prose(string markdown)
    {
        string[] parts = Markdown.ToPlainText(Printable(markdown)).Split('`');
        var result = new System.Text.StringBuilder();
        for (int i = 0; i < parts.Length; i++)
        {
            string part = Escape(parts[i]);
            bool isCode = i % 2 == 1 && i < parts.Length - 1 && part.Length > 0;
            result.Append(isCode ? $"<c>{part}</c>" : i % 2 == 1 ? "`" + part : part);
        }

        return result.ToString();
    }

    private static string Code(string text) => $"<c>{Escape(Printable(text).Replace('\n', ' '))}</c>";

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>What XML may not hold, or readers would not see, goes; line ends stay for the markdown that needs them.</summary>
    private static string Printable(string text) =>
        new([.. text.Select(c => c != '\n' && CSharpLiteral.IsUnseen(c) ? ' ' : c)]);
}
