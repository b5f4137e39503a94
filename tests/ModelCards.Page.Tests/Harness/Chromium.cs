using System.ComponentModel;
using System.Diagnostics;

namespace ModelCards.Page.Tests.Harness;

/// <summary>
/// The Chromium that is installed on this machine: MODELCARDS_CHROMIUM names it, or it is found by its usual names. None is downloaded.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    private static readonly string[] Files = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Lazy<string?> Found = new(() => Candidates().FirstOrDefault(Runs));

    /// <summary>Where it is; null when there is none that runs.</summary>
    public static string? Path => Found.Value;

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("MODELCARDS_CHROMIUM") is { Length: > 0 } told)
            return [told];
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return [.. Names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name))).Concat(Files).Where(File.Exists)];
    }

    private static bool Runs(string path)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(path, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (process.WaitForExit(Patience))
                return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
