using System.Text;

namespace ModelCards.Generator.Emit;

/// <summary>Writes blocks of C# with the indentation of where they go.</summary>
internal sealed class SourceWriter
{
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

    /// <summary>Begins a member: one blank line stands between members and none behind the opening brace.</summary>
    public SourceWriter Member(string block)
    {
        if (!_atMemberStart)
            _text.Append('\n');
        return Write(block);
    }

    /// <summary>Text as it is, for literals whose lines must not move.</summary>
    public SourceWriter Verbatim(string text)
    {
        _text.Append(text);
        return this;
    }

    public override string ToString() => _text.ToString();

    public static string Docs(IEnumerable<string> lines) => string.Join("\n", lines.Select(line => "/// " + line));
}
