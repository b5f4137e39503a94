using System.Reflection;

namespace Quickstart;

/// <summary>The C# of an example, as it stands in Examples.cs.</summary>
internal static class SourceText
{
    private static readonly string[] Lines = Read();

    public static string Of(Delegate example)
    {
        int start = Array.FindIndex(Lines, line => line.Contains($" {example.Method.Name}() =>", StringComparison.Ordinal)) + 1;
        int end = Array.FindIndex(Lines, start, line => line.EndsWith(';'));
        return string.Join('\n', Lines[start..(end + 1)].Select(line => line.Length > 4 ? line[4..] : line));
    }

    private static string[] Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Examples.cs")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
