using System.Diagnostics;

namespace ModelCards.EndToEnd.Tests.Packages;

/// <summary>Runs the dotnet command.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static string Run(string folder, params string[] arguments)
    {
        (int exit, string output) = Start(folder, arguments);
        Assert.True(exit == 0, $"dotnet {string.Join(' ', arguments)} ended with {exit}:\n{output}");
        return output;
    }

    public static string Fail(string folder, params string[] arguments)
    {
        (int exit, string output) = Start(folder, arguments);
        Assert.True(exit != 0, $"dotnet {string.Join(' ', arguments)} did not fail:\n{output}");
        return output;
    }

    private static (int Exit, string Output) Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The build server of the outer test run must not answer for this one.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal) && name != "MSBUILDDISABLENODEREUSE").ToList())
            start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "took too long: " + output.Result + errors.Result);
        }

        return (process.ExitCode, output.Result + errors.Result);
    }
}
