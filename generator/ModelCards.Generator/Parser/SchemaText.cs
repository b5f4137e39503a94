using System.Text;
using ModelCards.Generator.Emit;

namespace ModelCards.Generator.Parser;

/// <summary>
/// Writes the schema that goes into the code: what judges and what a user interface shows, one root property per line.
/// No quotation mark is left inside a text, so that nothing of it can end the literal it goes into.
/// </summary>
internal sealed class SchemaText
{
    private const int Width = 118;

    // Room for a name, or for how an object begins.
    private const int Margin = 24;

    private readonly StringBuilder _text = new();
    private int _lineStart;
    private int _depth;

    public static string Of(JsonNode task, string? title, string? description)
    {
        var text = new SchemaText();
        text._text.Append('{');
        var members = new List<(string Name, Action Write)>();
        if (title is not null)
            members.Add(("title", () => text.WriteString(title)));
        if (description is not null)
            members.Add(("description", () => text.WriteString(description)));
        foreach (JsonMember member in task.Members)
        {
            if (member.Name == "properties")
                members.Add((member.Name, () => text.WriteLines(member.Value)));
            else if (Keywords.IsKept(member.Name) && member.Name is not ("title" or "description"))
                members.Add((member.Name, () => text.WriteKeyword(member)));
        }

        for (int i = 0; i < members.Count; i++)
        {
            text.WriteName(members[i].Name);
            members[i].Write();
            if (i < members.Count - 1)
                text.NewLine(",");
        }

        return text._text.Append('}').ToString();
    }

    private void WriteLines(JsonNode properties)
    {
        _text.Append('{');
        _depth++;
        for (int i = 0; i < properties.Members.Count; i++)
        {
            NewLine(i == 0 ? "" : ",");
            WriteName(properties.Members[i].Name);
            _depth++;
            WriteSchema(properties.Members[i].Value);
            _depth--;
        }

        _depth--;
        _text.Append('}');
    }

    private void WriteSchema(JsonNode schema)
    {
        if (!schema.IsObject)
        {
            WriteValue(schema);
            return;
        }

        _text.Append('{');
        bool isFirst = true;
        foreach (JsonMember member in schema.Members.Where(member => Keywords.IsKept(member.Name)))
        {
            if (!isFirst)
                Separate(member.Value);
            isFirst = false;
            if (member.Name == "oneOf" && schema["enum"] is null && ClosedSet.Of(schema) is { } values)
            {
                WriteName("enum");
                WriteArray(values.ConvertAll(value => value.Value), WriteValue);
                WriteChoices(member.Value.Items);
            }
            else
            {
                WriteName(member.Name);
                WriteKeyword(member);
            }
        }

        _text.Append('}');
    }

    /// <summary>What the card says of each value of a closed set, title and description, for user interfaces.</summary>
    private void WriteChoices(List<JsonNode> branches)
    {
        if (!branches.Exists(branch => branch.TextOf("title") is not null || branch.TextOf("description") is not null))
            return;
        NewLine(",");
        WriteName("x-choices");
        WriteArray(branches, branch =>
        {
            _text.Append('[');
            WriteOptional(branch.TextOf("title"));
            _text.Append(',');
            WriteOptional(branch.TextOf("description") is { } markdown ? Markdown.ToPlainText(markdown) : null);
            _text.Append(']');
        });
    }

    private void WriteOptional(string? text)
    {
        if (text is null)
            _text.Append("null");
        else
            WriteString(text);
    }

    private void WriteKeyword(JsonMember member)
    {
        Keywords.TryGet(member.Name, out KeywordValue kind);
        switch (kind)
        {
            case KeywordValue.Schema:
                WriteSchema(member.Value);
                break;
            case KeywordValue.Schemas:
                WriteArray(member.Value.Items, WriteSchema);
                break;
            case KeywordValue.NamedSchemas:
                WriteObject(member.Value, WriteSchema);
                break;
            case KeywordValue.Text when member.Name == "description":
                WriteString(Markdown.ToPlainText(member.Value.Text));
                break;
            default:
                WriteValue(member.Value);
                break;
        }
    }

    private void WriteValue(JsonNode value)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                WriteObject(value, WriteValue);
                break;
            case JsonKind.Array:
                WriteArray(value.Items, WriteValue);
                break;
            case JsonKind.Text:
                WriteString(value.Text);
                break;
            case JsonKind.Number:
                _text.Append(value.Text);
                break;
            default:
                _text.Append(value.Kind.ToString().ToLowerInvariant());
                break;
        }
    }

    private void WriteObject(JsonNode value, Action<JsonNode> write)
    {
        _text.Append('{');
        for (int i = 0; i < value.Members.Count; i++)
        {
            if (i > 0)
                Separate(value.Members[i].Value);
            WriteName(value.Members[i].Name);
            write(value.Members[i].Value);
        }

        _text.Append('}');
    }

    private void WriteArray(List<JsonNode> items, Action<JsonNode> write)
    {
        _text.Append('[');
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                Separate(items[i]);
            write(items[i]);
        }

        _text.Append(']');
    }

    private void WriteName(string name)
    {
        WriteString(name);
        _text.Append(':');
    }

    /// <summary>Begins a new line where what comes next may not fit; a text is never broken.</summary>
    private void Separate(JsonNode next)
    {
        int length = Margin + (next.Kind == JsonKind.Text ? next.Text.Length : 0);
        if (_text.Length - _lineStart + length > Width)
            NewLine(",");
        else
            _text.Append(',');
    }

    private void NewLine(string separator)
    {
        _text.Append(separator).Append('\n').Append(' ', _depth * 2);
        _lineStart = _text.Length;
    }

    private void WriteString(string value)
    {
        _text.Append('"');
        foreach (char c in value)
        {
            if (c == '\\')
                _text.Append("\\\\");
            else if (c == '"' || char.IsSurrogate(c) || CSharpLiteral.IsUnseen(c))
                _text.Append(CSharpLiteral.Escape(c));
            else
                _text.Append(c);
        }

        _text.Append('"');
    }
}
