namespace ModelCards.Generator.Tests.Harness;

/// <summary>Emitted files as they were agreed on; MODELCARDS_UPDATE_SNAPSHOTS=1 rewrites them.</summary>
internal static class Snapshot
{
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("MODELCARDS_UPDATE_SNAPSHOTS") == "1";

    public static void Match(string name, GeneratorRun run)
    {
        string folder = Path.Combine(Repository.ProjectDirectory, "Snapshots", name);
        if (IsUpdating)
            Write(folder, run.Sources);
        string[] expected = Directory.Exists(folder) ? [
            .. Directory.EnumerateFiles(folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)] : [];
        Assert.Equal(expected, run.Sources.Keys.Order(StringComparer.Ordinal));
        foreach ((string hint, string text) in run.Sources)
            Compare(Path.Combine(folder, hint + ".txt"), text);
    }

    private static void Compare(string file, string actual)
    {
        string[] expectedLines = File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        string[] actualLines = actual.Split('\n');
        for (int i = 0; i < Math.Max(expectedLines.Length, actualLines.Length); i++)
        {
            string expectedLine = i < expectedLines.Length ? expectedLines[i] : "(end)";
            string actualLine = i < actualLines.Length ? actualLines[i] : "(end)";
            if (expectedLine != actualLine)
            {
                string place = Path.GetRelativePath(Repository.ProjectDirectory, file);
                Assert.Fail($"{place}({i + 1}):\n  expected: {expectedLine}\n  actual:   {actualLine}\n"
                    + "MODELCARDS_UPDATE_SNAPSHOTS=1 takes the new text over.");
            }
        }
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> sources)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach ((string hint, string text) in sources)
            File.WriteAllText(Path.Combine(folder, hint + ".txt"), text);
    }
}
