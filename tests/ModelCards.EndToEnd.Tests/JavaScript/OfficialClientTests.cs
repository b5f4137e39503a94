using ModelCards.Emulator;
using ModelCards.Emulator.Faults;

namespace ModelCards.EndToEnd.Tests.JavaScript;

/// <summary>The emulator is close enough to the service for the official JavaScript client, unmodified.</summary>
public class OfficialClientTests
{
    [NodeFact]
    public async Task TheOfficialClientGeneratesUploadsEnhancesIsRefusedAndSurvivesAKilledSocket()
    {
        await using RunwareEmulator emulator = await RunwareEmulator.StartAsync(new EmulatorOptions
        {
            ApiKeys = ["some-key"],
            Faults = [new Fault(FaultKind.Drop) { TaskType = "promptEnhance", Skip = 1 }],
        });

        (string output, string errors, int code) = await NodeFactAttribute.RunAsync("node", "client.mjs", emulator.WebSocketEndpoint.AbsoluteUri);

        Assert.True(code == 0, errors);
        Assert.Equal("""{"one":1,"three":3,"uploaded":true,"enhanced":2,"refused":"invalidParameter","after":1}""", output.Trim().Split('\n')[^1]);
        Assert.Equal(1, emulator.Faults.Hits);
    }
}
