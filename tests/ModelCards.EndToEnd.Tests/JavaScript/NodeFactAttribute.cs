using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace ModelCards.EndToEnd.Tests.JavaScript;

/// <summary>A test that needs Node and the official JavaScript client from npm; without them it is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Reason = new(Prepare);

    public NodeFactAttribute() => Skip = Reason.Value;

    /// <summary>Where the client is installed, once for all runs.</summary>
    public static string Folder { get; } = Path.Combine(
        typeof(NodeFactAttribute).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == "Repository").Value!,
        "artifacts",
        "javascript-client");

    /// <summary>Runs a program; gives what it printed, and null when it failed.</summary>
    public static async Task<(string Output, string Errors, int Code)> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return (await output, await errors, process.HasExited ? process.ExitCode : -1);
    }

    private static string? Prepare()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            foreach (string file in new[] { "package.json", "client.mjs" })
                File.Copy(Path.Combine(AppContext.BaseDirectory, "JavaScript", file), Path.Combine(Folder, file), overwrite: true);
            if (Task.Run(() => RunAsync("node", "--version")).GetAwaiter().GetResult().Code != 0)
                return "Node does not run.";
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "@runware", "sdk-js")))
                return null;
            (_, string errors, int code) = Task.Run(() => RunAsync("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts")).GetAwaiter().GetResult();
            return code == 0 ? null : $"npm cannot install the official client: {errors.Trim().Split('\n')[0]}";
        }
        catch (Win32Exception)
        {
            return "Node and npm are not installed.";
        }
    }
}
