using System.Net;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class SeveralTasksTests
{
    [Fact]
    public async Task SoundTasksRunThoughOthersFail()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid first = Guid.NewGuid();
        Guid second = Guid.NewGuid();
        Guid third = Guid.NewGuid();

        Answer answer = await session.PostAsync(
            Sample.Task("\"numberResults\":2", first),
            Sample.Task("\"width\":1,\"foo\":2", second),
            """{"taskType":"ping"}""",
            Sample.Task("", third));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            [first.ToString(), first.ToString(), null, third.ToString()],
            answer.Data.Select(item => item.TryGetProperty("taskUUID", out var uuid) ? uuid.GetString() : null));
        Assert.All(answer.Errors, error => Assert.Equal(second.ToString(), error.GetProperty("taskUUID").GetString()));
        Assert.True(answer.Errors.Length > 1);
    }

    [Fact]
    public async Task WhenEveryTaskFailsTheStatusSaysSo()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(Sample.Task("\"foo\":1"), Sample.Task("\"bar\":1"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(2, answer.Errors.Length);
        Assert.False(answer.Json.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task ATaskUuidIsTakenOnce()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();

        Assert.Equal(HttpStatusCode.OK, (await session.PostAsync(Sample.Task("", uuid))).Status);
        string task = Sample.Task("", uuid).Replace(uuid.ToString(), uuid.ToString().ToUpperInvariant());
        Answer answer = await session.PostAsync(task);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("[]", answer.Json.GetProperty("data").GetRawText());
        Assert.Equal("conflictTaskUUID", answer.ErrorCode);
        Assert.Equal(uuid.ToString().ToUpperInvariant(), answer.Error.GetProperty("taskUUID").GetString());
    }

    [Fact]
    public async Task ATaskUuidIsTakenOnceInOneRequestToo()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();

        Answer answer = await session.PostAsync(Sample.Task("", uuid), Sample.Task("", uuid));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(answer.Data);
        Assert.Equal("conflictTaskUUID", answer.ErrorCode);
    }

    [Fact]
    public async Task OfManyAtOnceOneGetsTheUuid()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string task = Sample.Task("", Guid.NewGuid());

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.PostAsync(task)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.Errors.Length == 1 && answer.ErrorCode == "conflictTaskUUID"));
    }

    [Fact]
    public async Task ARejectedTaskLeavesItsUuidFree()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();

        Assert.Equal(HttpStatusCode.BadRequest, (await session.PostAsync(Sample.Task("\"foo\":1", uuid))).Status);
        Assert.Equal(HttpStatusCode.OK, (await session.PostAsync(Sample.Task("", uuid))).Status);
    }

    [Fact]
    public async Task WhatWasSentCanBeAskedFor()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();

        await session.PostAsync(Sample.Task("", uuid), """{"taskType":"nonsense"}""");

        Assert.Equal(["imageInference", "nonsense"], session.Emulator.ReceivedTasks.Select(task => task.TaskType));
        Assert.Equal(uuid.ToString(), session.Emulator.ReceivedTasks[0].TaskUuid);
        Assert.Equal("a lighthouse", session.Emulator.ReceivedTasks[0].Json.GetProperty("positivePrompt").GetString());
    }
}
