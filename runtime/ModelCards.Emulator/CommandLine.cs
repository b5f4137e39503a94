using System.Globalization;

namespace ModelCards.Emulator;

/// <summary>The options of <c>dotnet run</c>.</summary>
internal sealed record CommandLine(int Port, IReadOnlyList<string> ApiKeys, string? Problem)
{
    public const string Usage =
        """
        Usage: dotnet run --project runtime/ModelCards.Emulator [-- options]

          --port <number>    Port on 127.0.0.1; a free one when not given.
          --api-key <key>    Accept this key only; may be repeated. Any key is accepted when not given.
          --help             Show this.
        """;

    public static CommandLine Parse(ReadOnlySpan<string> args)
    {
        int port = 0;
        var keys = new List<string>();
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
                default:
                    return Wrong($"{args[i]} is not an option.");
            }
        }

        return new CommandLine(port, keys, null);
    }

    private static CommandLine Wrong(string problem) => new(0, [], problem);
}
