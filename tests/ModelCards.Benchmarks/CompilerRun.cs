using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ModelCards.Benchmarks;

/// <summary>A cold run of the C# compiler over some cards, with nothing but the framework, the runtime and the generator.</summary>
internal sealed class CompilerRun
{
    private readonly string _responseFile;

    /// <summary>Prepares a run.</summary>
    /// <param name="folder">Where everything goes.</param>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="cards">Cards to generate from.</param>
    /// <param name="emittedFolder">Where to write what is generated; nowhere when null.</param>
    /// <param name="options">Further lines for the compiler, such as sources.</param>
    public CompilerRun(string folder, string name, IEnumerable<string> cards, string? emittedFolder = null, IEnumerable<string>? options = null)
    {
        string source = Path.Combine(folder, "Program.cs");
        File.WriteAllText(source, "System.Console.WriteLine(typeof(ModelCards.MediaInput));");
        string generator = Path.Combine(AppContext.BaseDirectory, "ModelCards.Generator.dll");
        var lines = new StringBuilder("-nologo -noconfig -nostdlib -optimize+ -nullable:enable -target:exe\n");
        lines.Append(CultureInfo.InvariantCulture, $"-out:\"{Path.Combine(folder, name + ".dll")}\"\n-analyzer:\"{generator}\"\n\"{source}\"\n");
        if (emittedFolder is not null)
            lines.Append(CultureInfo.InvariantCulture, $"-generatedfilesout:\"{emittedFolder}\"\n");
        foreach (string reference in References())
            lines.Append(CultureInfo.InvariantCulture, $"-r:\"{reference}\"\n");
        foreach (string card in cards)
            lines.Append(CultureInfo.InvariantCulture, $"-additionalfile:\"{card}\"\n");
        foreach (string option in options ?? [])
            lines.Append(option).Append('\n');
        _responseFile = Path.Combine(folder, name + ".rsp");
        File.WriteAllText(_responseFile, lines.ToString());
    }

    /// <summary>Runs the compiler; gives the seconds of the whole process.</summary>
    public double Compile()
    {
        string compiler = Path.Combine(SdkFolder(), "Roslyn", "bincore", "csc.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", compiler, "@" + _responseFile]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException(output);
    }

    private static IEnumerable<string> References() =>
        Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "System*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Native", StringComparison.Ordinal))
            .Append(typeof(MediaInput).Assembly.Location);

    /// <summary>Folder of the newest SDK.</summary>
    public static string SdkFolder()
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["--list-sdks"]) { RedirectStandardOutput = true })!;
        string last = process.StandardOutput.ReadToEnd().Trim().Split('\n')[^1];
        int bracket = last.IndexOf('[', StringComparison.Ordinal);
        return Path.Combine(last[(bracket + 1)..].TrimEnd(']'), last[..bracket].Trim());
    }
}
