using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Requests;

public sealed class JsonRoundTripTests
{
    private const string Everything = """
        {
          "taskType": "imageInference",
          "taskUUID": "a770f077-f413-47de-9dac-be0b26a35da6",
          "model": "runware:1@1",
          "positivePrompt": "a \u0022lighthouse\u0022 & <sea> 😀 漢\n",
          "width": 512,
          "height": 768,
          "seed": 9223372036854775807,
          "CFGScale": 3.50,
          "strength": 0.30000000000000004,
          "includeCost": false,
          "outputFormat": "WEBP",
          "creativity": -1,
          "webhookURL": "https://hooks.example.com/done?id=1&sig=a%2Bb",
          "parentUUID": "b770f077-f413-47de-9dac-be0b26a35da6",
          "seedImage": "data:image/png;base64,AAAA",
          "steps": 30,
          "startStep": 5,
          "lora": [{ "model": "civitai:1@2", "weight": -0.75, "endStep": 20 }, { "model": "civitai:3@4" }],
          "hiresFix": { "steps": 4, "hiresFix": true },
          "duration": "auto",
          "settings": { "any": [1.50, null, { "deep": "😀" }] }
        }
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions RelaxedAndIndented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, IndentCharacter = '\t', IndentSize = 1, NewLine = "\n" };

    public static TheoryData<string> Options => ["compact", "indented", "relaxed", "relaxed and indented"];

    [Theory]
    [MemberData(nameof(Options))]
    public void EveryMemberIsReadAndWritten(string options)
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>(Everything)!;

        string written = JsonSerializer.Serialize(request, OptionsOf(options));

        AssertSame(Everything, written);
        AssertSame(Everything, JsonSerializer.Serialize(JsonSerializer.Deserialize<StudioRequest>(written, OptionsOf(options)), OptionsOf(options)));
        Assert.True(request.Validate().IsValid, request.Validate().ToString());
    }

    [Fact]
    public void ValuesAreThoseOfTheJson()
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>(Everything)!;

        Assert.Equal("a \"lighthouse\" & <sea> 😀 漢\n", request.PositivePrompt);
        Assert.Equal((512, 768, long.MaxValue, 3.5m, 0.1 + 0.2, false), (request.Width, request.Height, request.Seed, request.CfgScale, request.Strength, request.IncludeCost));
        Assert.Equal((StudioFormat.Webp, StudioCreativity.Minus1), (request.OutputFormat, request.Creativity));
        Assert.Equal("https://hooks.example.com/done?id=1&sig=a%2Bb", request.WebhookUrl!.OriginalString);
        Assert.Equal(new Guid("b770f077-f413-47de-9dac-be0b26a35da6"), request.ParentUuid);
        Assert.Equal("data:image/png;base64,AAAA", request.SeedImage!.ToString());
        Assert.Equal([-0.75m, null], request.Lora!.Select(lora => lora.Weight));
        Assert.True(request.HiresFix!.AsSettings!.HiresFix);
        Assert.Equal(StudioLength.Auto, request.Duration!.AsLength);
        Assert.Equal(3, request.Settings!.Value.GetProperty("any").GetArrayLength());
    }

    [Fact]
    public void IndentationIsThatOfTheOptions()
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>("""{"width":512,"lora":[{"model":"a"}],"tags":[],"settings":{}}""")!;

        Assert.Equal(
            "{\n\t\"width\": 512,\n\t\"lora\": [\n\t\t{\n\t\t\t\"model\": \"a\"\n\t\t}\n\t],\n\t\"tags\": [],\n\t\"settings\": {}\n}",
            JsonSerializer.Serialize(request, RelaxedAndIndented));
    }

    [Fact]
    public void TheEncoderIsThatOfTheOptions()
    {
        var request = new StudioRequest { PositivePrompt = "é<😀" };

        Assert.Contains("\"\\u00E9\\u003C\\uD83D\\uDE00\"", JsonSerializer.Serialize(request), StringComparison.Ordinal);
        Assert.Contains("\"é<\\uD83D\\uDE00\"", JsonSerializer.Serialize(request, Relaxed), StringComparison.Ordinal);
    }

    [Fact]
    public void ARequestMayStandInAnotherObject()
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>(Everything)!;
        var envelope = new Envelope("before", request, [request, null], new Dictionary<string, StudioRequest> { ["one"] = request }, "after");

        foreach (JsonSerializerOptions options in new[] { JsonSerializerOptions.Default, Indented, Relaxed, RelaxedAndIndented })
        {
            string json = JsonSerializer.Serialize(envelope, options);
            Envelope read = JsonSerializer.Deserialize<Envelope>(json, options)!;

            Assert.Equal(("before", "after"), (read.Before, read.After));
            Assert.Null(read.Several[1]);
            Assert.Equal(json, JsonSerializer.Serialize(read, options));
            AssertSame(Everything, JsonSerializer.Serialize(read.Named["one"]));
        }
    }

    [Fact]
    public void AnEmptyObjectIsAnEmptyRequest()
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>("{}")!;

        Assert.Equal("{}", JsonSerializer.Serialize(request));
        Assert.Equal(["/taskType", "/taskUUID", "/model", "/positivePrompt"], request.Validate().Errors.Select(error => error.Pointer));
    }

    private static JsonSerializerOptions OptionsOf(string name) => name switch
    {
        "indented" => Indented,
        "relaxed" => Relaxed,
        "relaxed and indented" => RelaxedAndIndented,
        _ => JsonSerializerOptions.Default,
    };

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(actual).RootElement), actual);

    private sealed record Envelope(string Before, StudioRequest Request, StudioRequest?[] Several, Dictionary<string, StudioRequest> Named, string After);
}
