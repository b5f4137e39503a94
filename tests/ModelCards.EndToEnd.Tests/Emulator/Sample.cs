namespace ModelCards.EndToEnd.Tests.Emulator;

/// <summary>Tasks as JSON text.</summary>
internal static class Sample
{
    /// <summary>A task of the strict card, with more members as JSON text.</summary>
    public static string Task(string more = "", Guid? uuid = null) => string.Concat(
        $$"""{"taskType":"imageInference","taskUUID":"{{uuid ?? Guid.NewGuid()}}","model":"runware:1@1","positivePrompt":"a lighthouse" """,
        more.Length > 0 ? "," : "",
        more,
        "}");

    /// <summary>A task that asks for the results of another.</summary>
    public static string Poll(Guid uuid) => $$"""{"taskType":"getResponse","taskUUID":"{{uuid}}"}""";
}
