using System.Globalization;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.Results;
using Xunit.Abstractions;

namespace ModelCards.EndToEnd.Tests.Client;

/// <summary>
/// Many tasks while sockets are cut, replies are lost and spoilt, and the emulator is restarted twice.
/// MODELCARDS_CHAOS_TASKS sets how many; 400 when not set.
/// </summary>
public class ChaosTests(ITestOutputHelper output)
{
    private const int AtATime = 64;

    [Fact]
    public async Task EveryTaskEndsOnceWithAllOfItsResultsAndNoneIsCarriedOutTwice()
    {
        int tasks = int.TryParse(Environment.GetEnvironmentVariable("MODELCARDS_CHAOS_TASKS"), CultureInfo.InvariantCulture, out int told) ? told : 400;
        await using ClientSession session = await ClientSession.StartAsync(
            (options, _) =>
            {
                options.Connections = 4;
                options.ReplyTimeout = TimeSpan.FromSeconds(2);
                options.Timeout = TimeSpan.FromMinutes(5);
            },
            new EmulatorOptions
            {
                ApiKeys = [ClientSession.Key],
                TaskTime = TimeSpan.FromMilliseconds(20),
                Limits = new EmulatorLimits { MaxRemembered = 2 * tasks },
                Faults =
                [
                    Often(FaultKind.Drop), Often(FaultKind.DropAfter), Often(FaultKind.LoseReply), Often(FaultKind.Garbage),
                    Often(FaultKind.TooManyRequests), Often(FaultKind.Delay) with { Delay = TimeSpan.FromMilliseconds(300) },
                ],
            });
        using var slots = new SemaphoreSlim(AtATime);
        int done = 0;
        long memoryHalfWay = 0;
        var failures = new List<string>();

        await Task.WhenAll(Enumerable.Range(0, tasks).Select(RunAsync));

        long memory = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tasks} tasks, {session.Emulator.Faults.Hits} faults, {session.Emulator.ExecutedTasks} carried out, {failures.Count} typed errors, memory {memoryHalfWay >> 20} MB half way and {memory >> 20} MB at the end"));
        foreach (string failure in failures)
            output.WriteLine(failure);
        Assert.True(session.Emulator.Faults.Hits > tasks / 100);
        Assert.Equal(tasks, session.Emulator.ExecutedTasks);
        Assert.Empty(failures);
        // The emulator remembers its tasks, about 1 KB each.
        Assert.InRange(memory, 0, memoryHalfWay + (tasks * 4_000L) + 20_000_000);

        async Task RunAsync(int number)
        {
            await slots.WaitAsync();
            try
            {
                int results = 1 + (number % 3);
                TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(ClientSession.Picture(results, isAsync: number % 4 == 0));
                if (outcome.Failure is not null)
                {
                    lock (failures)
                        failures.Add(outcome.Failure.Message);
                }
                else
                {
                    Assert.Equal(results, outcome.Results.Select(image => image.ImageUuid).Distinct().Count());
                    Assert.Equal(results, outcome.Results.Count);
                    Assert.All(outcome.Results, image => Assert.Equal(outcome.TaskUuid, image.TaskUuid));
                }
            }
            finally
            {
                slots.Release();
            }

            int ended = Interlocked.Increment(ref done);
            if (ended == tasks / 3 || ended == 2 * tasks / 3)
                await session.Emulator.RestartAsync();
            if (ended == tasks / 2)
                memoryHalfWay = GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    private static Fault Often(FaultKind kind) => new(kind) { Times = int.MaxValue, Probability = 0.01 };
}
