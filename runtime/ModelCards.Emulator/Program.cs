using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using ModelCards.Emulator;

if (args.Contains("--help"))
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

CommandLine commandLine = CommandLine.Parse(args);
if (commandLine.Problem is not null)
{
    Console.Error.WriteLine($"{commandLine.Problem}\n\n{CommandLine.Usage}");
    return 2;
}

using ILoggerFactory loggers = LoggerFactory.Create(logging => logging
    .AddSimpleConsole(console => console.SingleLine = true)
    .AddFilter("Microsoft", LogLevel.Warning));
var options = new EmulatorOptions
{
    Port = commandLine.Port,
    ApiKeys = commandLine.ApiKeys.Count > 0 ? commandLine.ApiKeys : null,
    LoggerFactory = loggers,
    TaskTime = commandLine.TaskTime,
    Faults = commandLine.Faults,
};
try
{
    await using RunwareEmulator emulator = await RunwareEmulator.StartAsync(options);
    string key = options.ApiKeys is null ? "any-key" : "<one of --api-key>";
    string task =
        $$"""
        {"taskType":"imageInference","taskUUID":"{{Guid.NewGuid()}}","model":"{{options.SampleModel}}","positivePrompt":"sunset","width":768,"height":512}
        """;
    Console.WriteLine(
        $$"""
        Runware emulator: a test double. No AI model runs, nothing is billed, and its pictures are painted, not generated.
        It listens on {{emulator.Endpoint}} and {{emulator.WebSocketEndpoint}} (this machine only) and judges with {{options.Cards.Count}} model cards.

        Watch it at {{emulator.Page}}: connections, tasks, pictures and frames as they come, without keys.

        curl {{emulator.Endpoint}} -H "Authorization: Bearer {{key}}" -H "Content-Type: application/json" -d '[{{task}}]'

        Ctrl+C stops it.
        """);

    var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stop.TrySetResult();
    }

    using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stop.Task;
    return 0;
}
catch (IOException exception)
{
    Console.Error.WriteLine($"The emulator cannot listen: {exception.Message}");
    return 1;
}
