using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>A schema file as plain text: equal text is equal input, whatever object the host hands over.</summary>
internal sealed record CardFile(string Path, string Text)
{
    public const string Extension = ".schema.json";

    /// <summary>Most characters that are read; a file of Runware's has at most a tenth of that.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>Characters in the file; one that is too long is refused for that and its text not kept.</summary>
    public int Length { get; init; } = Text.Length;

    /// <summary>Whether the file holds shared definitions and no card.</summary>
    public bool IsShared { get; } = SchemaReader.HasOnlyDefinitions(Text);

    /// <summary>Name of the file without its extension.</summary>
    public string Slug
    {
        get
        {
            string name = Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);
            return name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - Extension.Length) : name;
        }
    }

    public static bool IsSchema(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    public static CardFile Read(AdditionalText file, CancellationToken cancellationToken)
    {
        string path = file.Path.Replace('\\', '/');
        SourceText? text = file.GetText(cancellationToken);
        return text is null || text.Length <= MaxLength ? new(path, text?.ToString() ?? "") : new(path, "") { Length = text.Length };
    }

    /// <summary>The place of some bytes of the text.</summary>
    public LocationInfo Locate(int start, int end)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text);
        start = Math.Min(Math.Max(start, 0), bytes.Length);
        end = Math.Min(Math.Max(end, start), bytes.Length);
        int first = Encoding.UTF8.GetCharCount(bytes, 0, start);
        int last = first + Encoding.UTF8.GetCharCount(bytes, start, end - start);
        SourceText text = SourceText.From(Text);
        var span = TextSpan.FromBounds(first, last);
        return new LocationInfo(Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
