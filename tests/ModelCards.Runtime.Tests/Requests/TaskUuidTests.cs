using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Requests;

public sealed class TaskUuidTests
{
    [Fact]
    public void EachWritingDrawsAFreshUuid()
    {
        var request = new StudioRequest { PositivePrompt = "a lighthouse" };
        Guid[] drawn = [.. Enumerable.Range(0, 100).Select(_ => Judged.Written(request).GetProperty("taskUUID").GetGuid())];

        Assert.Equal(100, drawn.Distinct().Count());
        Assert.All(drawn, uuid => Assert.Equal('4', uuid.ToString()[14]));
        Assert.Null(request.TaskUuid);
    }

    [Fact]
    public void OneThatWasSetIsKept()
    {
        var uuid = Guid.NewGuid();
        var request = new StudioRequest { PositivePrompt = "a lighthouse", TaskUuid = uuid };

        Assert.Equal(uuid, Judged.Written(request).GetProperty("taskUUID").GetGuid());
        Assert.Equal(uuid, Judged.Written(request).GetProperty("taskUUID").GetGuid());
        Assert.Equal(uuid, request.TaskUuid);
        Assert.Equal(uuid, request.ToBuilder().Build().TaskUuid);
    }

    [Fact]
    public void OneThatWasReadIsKept()
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>("""{"taskUUID":"A770F077-F413-47DE-9DAC-BE0B26A35DA6"}""")!;

        Assert.Equal(new Guid("a770f077-f413-47de-9dac-be0b26a35da6"), request.TaskUuid);
        Assert.Equal("""{"taskUUID":"a770f077-f413-47de-9dac-be0b26a35da6"}""", JsonSerializer.Serialize(request));
    }

    [Fact]
    public void ClearingItDrawsAFreshOneAgain()
    {
        var uuid = Guid.NewGuid();
        StudioRequest request = StudioBuilder.Create("a lighthouse").WithTaskUuid(uuid).WithTaskUuid(null).Build();

        Assert.Null(request.TaskUuid);
        Assert.NotEqual(uuid, Judged.Written(request).GetProperty("taskUUID").GetGuid());
    }

    [Fact]
    public void WhatTheCardFixesIsWritten()
    {
        JsonElement written = Judged.Written(new StudioRequest());

        Assert.Equal("imageInference", written.GetProperty("taskType").GetString());
        Assert.Equal("runware:1@1", written.GetProperty("model").GetString());
    }

    [Fact]
    public void AConstantThatJsonSaysOtherwiseIsKeptAndRefused()
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>("""{"taskType":"upscale","model":"runware:1@1","positivePrompt":"ab"}""")!;

        Assert.Equal(
            ["taskUUID is required.", "taskType must be imageInference, but is \"upscale\"."],
            request.Validate().Errors.Select(error => error.Message));
        Assert.Equal("upscale", Judged.Written(request).GetProperty("taskType").GetString());
    }
}
