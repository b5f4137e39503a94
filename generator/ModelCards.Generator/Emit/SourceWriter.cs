using System.Text;

namespace ModelCards.Generator.Emit;

/// <summary>Writes blocks of C# with the indentation of where they go.</summary>
internal sealed class SourceWriter
{
    // 140 less the indentation of a member.
    private const int Width = 136;

    private readonly StringBuilder _text = new();
    private int _indentation;
    private bool _atMemberStart = true;

    /// <summary>Writes a block: each line is indented, empty lines stay empty.</summary>
    public SourceWriter Write(string block)
    {
        foreach (string line in block.Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', _indentation * 4).Append(line);
            _text.Append('\n');
        }

        _atMemberStart = false;
        return this;
    }

    /// <summary>A block that only some types have.</summary>
    public SourceWriter Write(bool isNeeded, string block) => isNeeded ? Write(block) : this;

    /// <summary>Opens a block in braces.</summary>
    public SourceWriter Open(string header)
    {
        Write(header + "\n{");
        _indentation++;
        _atMemberStart = true;
        return this;
    }

    public SourceWriter Close()
    {
        _indentation--;
        return Write("}");
    }

    /// <summary>A member that only some types have.</summary>
    public SourceWriter Member(bool isNeeded, string block) => isNeeded ? Member(block) : this;

    /// <summary>Begins a member: one blank line stands between members and none behind the opening brace.</summary>
    public SourceWriter Member(string block)
    {
        if (!_atMemberStart)
            _text.Append('\n');
        return Write(block);
    }

    public override string ToString() => _text.ToString();

    public static string Docs(IEnumerable<string> lines) => string.Join("\n", lines.Select(line => "/// " + line));

    /// <summary>One line where it fits; else what follows goes, indented, on lines of its own.</summary>
    public static string Fold(string head, string rest) =>
        head.Length + rest.Length < Width ? $"{head} {rest}" : $"{head}\n    {rest.Replace("\n", "\n    ")}";

    /// <summary>A list in parentheses: on one line where that fits, else one item per line.</summary>
    public static string List(string head, IReadOnlyList<string> items, string tail)
    {
        string line = $"{head}({string.Join(", ", items)}){tail}";
        return line.Length <= Width ? line : $"{head}(\n    {string.Join(",\n    ", items)}){tail}";
    }
}
