using System.Globalization;
using System.Text;

namespace ModelCards.Benchmarks;

/// <summary>Bytes of the emitted C# of each card in schemas/, with and without documentation.</summary>
internal static class EmittedBytes
{
    public static int Run()
    {
        string folder = Directory.CreateTempSubdirectory("modelcards-bytes-").FullName;
        string emitted = Directory.CreateDirectory(Path.Combine(folder, "emitted")).FullName;
        new CompilerRun(folder, "cards", Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "cards"), "*.schema.json", SearchOption.AllDirectories), emitted).Compile();
        Report(Directory.GetFiles(emitted, "*.cs", SearchOption.AllDirectories));
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Report(string[] files)
    {
        Console.WriteLine("card                                     C# without docs   of it the table   docs");
        foreach (IGrouping<string, string> card in files.GroupBy(path => Path.GetFileName(path).Split('.')[0]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            int code = 0, table = 0, docs = 0;
            foreach (string path in card)
            {
                bool isTable = path.EndsWith(".Card.g.cs", StringComparison.Ordinal);
                foreach (string line in File.ReadLines(path))
                {
                    int bytes = Encoding.UTF8.GetByteCount(line) + 1;
                    if (line.TrimStart().StartsWith("///", StringComparison.Ordinal))
                        docs += bytes;
                    else
                        code += bytes;
                    if (isTable)
                        table += bytes;
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{card.Key,-40} {code,15:N0} {table,17:N0} {docs,6:N0}"));
        }
    }
}
