using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ModelCards.Emulator.Faults;

namespace ModelCards.Emulator;

/// <summary>The options of <c>dotnet run</c>.</summary>
internal sealed record CommandLine(int Port, IReadOnlyList<string> ApiKeys, TimeSpan TaskTime, IReadOnlyList<Fault> Faults, string? Problem)
{
    public const string Usage =
        """
        Usage: dotnet run --project runtime/ModelCards.Emulator [-- options]

          --port <number>    Port on 127.0.0.1; a free one when not given.
          --api-key <key>    Accept this key only; may be repeated. Any key is accepted when not given.
          --task-time <s>    Seconds that a task takes; 0 when not given.
          --fault <fault>    Something that goes wrong; may be repeated. One of drop, drop-after, lose-reply, delay, garbage,
                             silence, partial-success, too-many-requests, unavailable, repeat-webhook, break-stream,
                             end-stream, garble-stream, stall-stream, followed by what is not to be as usual:
                             :task=<taskType> :skip=<n> :times=<n, or always>
                             :probability=<0 to 1> :delay=<seconds>.
                             For example --fault lose-reply:task=imageInference:skip=2 --fault drop:times=always:probability=0.1
          --help             Show this.
        """;

    public static CommandLine Parse(ReadOnlySpan<string> args)
    {
        int port = 0;
        double seconds = 0;
        var keys = new List<string>();
        var faults = new List<Fault>();
        for (int i = 0; i < args.Length; i += 2)
        {
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number):
                    port = number;
                    break;
                case "--port":
                    return Wrong("--port needs a number from 0 to 65535.");
                case "--api-key" when !string.IsNullOrWhiteSpace(value):
                    keys.Add(value);
                    break;
                case "--api-key":
                    return Wrong("--api-key needs a key.");
                case "--task-time" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds) && seconds is >= 0 and <= 86_400:
                    break;
                case "--task-time":
                    return Wrong("--task-time needs a number of seconds from 0 to 86400.");
                case "--fault" when TryParse(value ?? "", out Fault? fault):
                    faults.Add(fault);
                    break;
                case "--fault":
                    return Wrong($"--fault: {WhatIsWrong(value ?? "")}");
                default:
                    return Wrong($"{args[i]} is not an option.");
            }
        }

        return new CommandLine(port, keys, TimeSpan.FromSeconds(seconds), faults, null);
    }

    private static bool TryParse(string text, [NotNullWhen(true)] out Fault? fault) => (fault = Read(text).Fault) is not null;

    private static string? WhatIsWrong(string text) => Read(text).Problem;

    private static (Fault? Fault, string? Problem) Read(string text)
    {
        try
        {
            return (FaultText.Parse(text), null);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException)
        {
            return (null, exception.Message);
        }
    }

    private static CommandLine Wrong(string problem) => new(0, [], default, [], problem);
}
