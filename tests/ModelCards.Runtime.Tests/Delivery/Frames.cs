namespace ModelCards.Runtime.Tests.Delivery;

/// <summary>What a service says, as JSON.</summary>
internal static class Frames
{
    public static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");
    public static readonly Guid Second = Guid.Parse("22222222-2222-4222-8222-222222222222");

    public static string Data(params string[] items) => $$"""{"data":[{{string.Join(',', items)}}]}""";

    public static string Failed(params string[] errors) => $$"""{"errors":[{{string.Join(',', errors)}}]}""";

    public static string Both(string items, string errors) => $$"""{"data":[{{items}}],"errors":[{{errors}}]}""";

    public static string Image(Guid task, int number, string status = "") =>
        $$"""{"taskType":"imageInference","taskUUID":"{{task}}",{{Status(status)}}"imageUUID":"{{number:d8}}-0000-4000-8000-000000000000","seed":{{number}}}""";

    /// <summary>A result that has nothing to be known by.</summary>
    public static string Text(Guid task, string text, string status = "") =>
        $$"""{"taskType":"caption","taskUUID":"{{task}}",{{Status(status)}}"text":"{{text}}"}""";

    public static string Ack(Guid task) => $$"""{"taskType":"imageInference","taskUUID":"{{task}}"}""";

    public static string Processing(Guid task, int progress) =>
        $$"""{"taskType":"imageInference","taskUUID":"{{task}}","status":"processing","progress":{{progress}}}""";

    public static string Error(Guid? task, string code, string taskType = "imageInference") => task is null
        ? $$"""{"code":"{{code}}","message":"m"}"""
        : $$"""{"code":"{{code}}","message":"m","taskUUID":"{{task}}","taskType":"{{taskType}}"}""";

    public static string Poll(params Guid[] tasks) =>
        $"[{string.Join(',', tasks.Select(task => $$"""{"taskType":"getResponse","taskUUID":"{{task}}"}"""))}]";

    private static string Status(string status) => status.Length == 0 ? "" : $"\"status\":\"{status}\",";
}
