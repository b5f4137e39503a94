using Microsoft.Extensions.Time.Testing;
using ModelCards.Webhooks;
using Xunit;

namespace ModelCards.Runtime.Tests.Webhooks;

public sealed class WebhookDeduplicatorTests
{
    private int _handled;

    [Fact]
    public async Task WhatIsDeliveredTwiceIsHandledOnce()
    {
        var deduplicator = new WebhookDeduplicator();

        Assert.True(await deduplicator.HandleOnceAsync("a", Handle));
        Assert.False(await deduplicator.HandleOnceAsync("a", Handle));
        Assert.True(await deduplicator.HandleOnceAsync("b", Handle));

        Assert.Equal((2, 2), (_handled, deduplicator.Count));
    }

    [Fact]
    public async Task AHandlerThatThrewIsGivenTheNextDelivery()
    {
        var deduplicator = new WebhookDeduplicator();

        await Assert.ThrowsAsync<InvalidDataException>(() => deduplicator.HandleOnceAsync("a", () => throw new InvalidDataException()));
        await Assert.ThrowsAsync<InvalidDataException>(() => deduplicator.HandleOnceAsync("a", () => Task.FromException(new InvalidDataException())));
        Assert.Equal(0, deduplicator.Count);
        Assert.True(await deduplicator.HandleOnceAsync("a", Handle));

        Assert.Equal(1, _handled);
    }

    [Fact]
    public async Task DeliveriesAtTheSameTimeShareOneHandler()
    {
        var deduplicator = new WebhookDeduplicator();
        var work = new TaskCompletionSource();
        Task<bool> first = deduplicator.HandleOnceAsync("a", () => work.Task);
        Task<bool>[] others = [.. Enumerable.Range(0, 20).Select(_ => deduplicator.HandleOnceAsync("a", Handle))];

        Assert.DoesNotContain(others, other => other.IsCompleted);
        work.SetResult();

        Assert.True(await first);
        Assert.All(await Task.WhenAll(others), Assert.False);
        Assert.Equal(0, _handled);
    }

    [Fact]
    public async Task DeliveriesAtTheSameTimeShareAFailure()
    {
        var deduplicator = new WebhookDeduplicator();
        var work = new TaskCompletionSource();
        Task<bool> first = deduplicator.HandleOnceAsync("a", () => work.Task);
        Task<bool> second = deduplicator.HandleOnceAsync("a", Handle);
        work.SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => first);
        await Assert.ThrowsAsync<InvalidDataException>(() => second);

        Assert.True(await deduplicator.HandleOnceAsync("a", Handle));
    }

    [Fact]
    public async Task GivingUpTheWaitLeavesTheHandlerAlone()
    {
        var deduplicator = new WebhookDeduplicator();
        var work = new TaskCompletionSource();
        using var patience = new CancellationTokenSource();
        Task<bool> first = deduplicator.HandleOnceAsync("a", () => work.Task);
        Task<bool> second = deduplicator.HandleOnceAsync("a", Handle, patience.Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        work.SetResult();

        Assert.True(await first);
        Assert.False(await deduplicator.HandleOnceAsync("a", Handle));
    }

    [Fact]
    public async Task ManyThreadsHandleEachKeyOnce()
    {
        var deduplicator = new WebhookDeduplicator();
        int[] handled = new int[50];

        bool[] ran = await Task.WhenAll(Enumerable.Range(0, 2000).Select(number => Task.Run(() => deduplicator.HandleOnceAsync(
            $"{number % 50}",
            async () =>
            {
                await Task.Yield();
                Interlocked.Increment(ref handled[number % 50]);
            }))));

        Assert.Equal(50, ran.Count(isFirst => isFirst));
        Assert.All(handled, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task AKeyIsForgottenAfterItsTime()
    {
        var clock = new FakeTimeProvider();
        var deduplicator = new WebhookDeduplicator(memory: TimeSpan.FromMinutes(5), time: clock);

        await deduplicator.HandleOnceAsync("a", Handle);
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.False(await deduplicator.HandleOnceAsync("a", Handle));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(await deduplicator.HandleOnceAsync("a", Handle));

        Assert.Equal((2, 1), (_handled, deduplicator.Count));
    }

    [Fact]
    public async Task TheOldestKeysMakeRoomAndTheNewestStay()
    {
        var deduplicator = new WebhookDeduplicator(capacity: 3);
        for (int key = 0; key < 100; key++)
            await deduplicator.HandleOnceAsync($"{key}", Handle);

        Assert.Equal(3, deduplicator.Count);
        Assert.False(await deduplicator.HandleOnceAsync("97", Handle));
        Assert.False(await deduplicator.HandleOnceAsync("99", Handle));
        Assert.True(await deduplicator.HandleOnceAsync("96", Handle));
    }

    [Fact]
    public void NumbersWithoutSenseAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WebhookDeduplicator(capacity: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WebhookDeduplicator(memory: TimeSpan.Zero));
    }

    private Task Handle()
    {
        Interlocked.Increment(ref _handled);
        return Task.CompletedTask;
    }
}
