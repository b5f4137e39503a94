using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelCards.AspNetCore;
using ModelCards.Results;
using ModelCards.Webhooks;

namespace ModelCards.EndToEnd.Tests.Webhooks;

/// <summary>What the endpoint answers to whoever posts to it.</summary>
public sealed class WebhookEndpointTests
{
    private const string Body =
        """{"imageURL":"https://x/a.jpg","imageUUID":"a0000000-0000-4000-8000-000000000000","taskUUID":"11111111-1111-4111-8111-111111111111","taskType":"imageInference"}""";

    [Fact]
    public async Task AResultIsHandledAndAnswered()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await app.PostAsync(Body));

        Assert.Equal("https://x/a.jpg", Assert.IsType<ImageInferenceResult>(Assert.Single((await app.NextAsync()).Results)).ImageUrl!.OriginalString);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?secret=")]
    [InlineData("?secret=wrong-but-long-enough")]
    [InlineData("?secret=S3cret%26Of%3DThe%20Tests%2B%254")]
    [InlineData("?secret=S3cret%26Of%3DThe%20Tests%2B%2542&secret=S3cret%26Of%3DThe%20Tests%2B%2542")]
    [InlineData("?other=S3cret%26Of%3DThe%20Tests%2B%2542")]
    public async Task WithoutTheSecretNothingIsReadAndNothingSaid(string query)
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await app.PostAsync("no JSON", new Uri(app.Address + query)));

        Assert.Equal(0, app.Runs);
        Assert.Contains(app.Log, line => line.Contains("A call without the secret of the webhook was refused.", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log, line => line.Contains("secret=", StringComparison.Ordinal) || line.Contains("S3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OnlyAPostIsTaken()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        using HttpResponseMessage response = await app.Client.GetAsync(app.WebhookUrl);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(0, app.Runs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("[]")]
    [InlineData("""{"message":"hello"}""")]
    public async Task WhatIsNoDeliveryIsABadRequestAndAWarning(string body)
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await app.PostAsync(body));

        Assert.Equal(0, app.Runs);
        Assert.Contains(app.Log, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("A delivery was refused. The webhook body ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ABodyBeyondTheLimitIsRefused(bool hasLength)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(new RunwareWebhookOptions { Limits = new WebhookLimits { MaxBytes = Body.Length } });
        using var request = new HttpRequestMessage(HttpMethod.Post, app.WebhookUrl) { Content = new StringContent(Body + " ") };
        request.Headers.TransferEncodingChunked = !hasLength;

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await app.PostAsync(Body));
    }

    [Fact]
    public async Task TheLimitStandsInPlaceOfTheServersOwn()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await app.PostAsync($$"""{"text":"{{new string('x', 31_000_000)}}",{{Body[1..]}}"""));

        Assert.Equal(31_000_000, (await app.NextAsync()).Results[0].Members["text"].GetString()!.Length);
    }

    [Fact]
    public async Task ADuplicateIsAnsweredWithoutTheHandler()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        for (int i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, await app.PostAsync(Body));

        Assert.Equal(1, app.Runs);
    }

    [Fact]
    public async Task DuplicatesAtTheSameTimeWaitForOneHandler()
    {
        var work = new TaskCompletionSource();
        await using WebhookApp app = await WebhookApp.StartAsync(handle: (_, _) => work.Task);

        Task<HttpStatusCode>[] posts = [.. Enumerable.Range(0, 10).Select(_ => app.PostAsync(Body))];
        Assert.DoesNotContain(posts, post => post.IsCompleted);
        work.SetResult();

        Assert.All(await Task.WhenAll(posts), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, app.Runs);
    }

    [Fact]
    public async Task AHandlerThatThrowsIsAnsweredSoThatTheServiceTriesAgain()
    {
        int failures = 2;
        await using WebhookApp app = await WebhookApp.StartAsync(
            handle: (_, _) => failures-- > 0 ? throw new InvalidDataException("no room") : Task.CompletedTask);

        Assert.Equal(HttpStatusCode.InternalServerError, await app.PostAsync(Body));
        Assert.Equal(HttpStatusCode.InternalServerError, await app.PostAsync(Body));
        Assert.Equal(HttpStatusCode.OK, await app.PostAsync(Body));
        Assert.Equal(HttpStatusCode.OK, await app.PostAsync(Body));

        Assert.Equal(3, app.Runs);
        Assert.Equal(2, app.Log.Count(line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("no room", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TheHandlerGoesOnWhenTheCallerHangsUp()
    {
        var started = new TaskCompletionSource();
        var work = new TaskCompletionSource();
        await using WebhookApp app = await WebhookApp.StartAsync(handle: async (_, cancellationToken) =>
        {
            started.SetResult();
            await work.Task.WaitAsync(cancellationToken);
        });
        using var patience = new CancellationTokenSource();
        Task<HttpStatusCode> given = app.PostAsync(Body, cancellationToken: patience.Token);
        await started.Task;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        Task<HttpStatusCode> again = app.PostAsync(Body);
        work.SetResult();

        Assert.Equal(HttpStatusCode.OK, await again);
        Assert.Equal(1, app.Runs);
    }

    [Fact]
    public async Task TheHandlerIsCancelledWhenTheAppStops()
    {
        var started = new TaskCompletionSource();
        await using WebhookApp app = await WebhookApp.StartAsync(handle: async (_, cancellationToken) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        });
        Task<HttpStatusCode> post = app.PostAsync(Body);
        await started.Task;

        await app.StopAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, await post);
    }

    [Fact]
    public async Task AHandlerMayUseTheServicesOfTheRequestWhileItRuns()
    {
        var scopes = new List<bool>();
        await using WebhookApp app = await WebhookApp.StartAsync();
        app.Handle = async (_, _) =>
        {
            await Task.Yield();
            scopes.AddRange(app.Scopes.Select(scope => scope.IsDisposed));
        };
        var address = new Uri(app.WebhookUrl.OriginalString.Replace("/runware", "/scoped", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, await app.PostAsync(Body, address));

        Assert.Equal([false], scopes);
    }

    [Fact]
    public async Task EndpointsMayShareWhatWasHandled()
    {
        var options = new RunwareWebhookOptions { Deduplicator = new WebhookDeduplicator() };
        await using WebhookApp first = await WebhookApp.StartAsync(options);
        await using WebhookApp second = await WebhookApp.StartAsync(options);

        Assert.Equal(HttpStatusCode.OK, await first.PostAsync(Body));
        Assert.Equal(HttpStatusCode.OK, await second.PostAsync(Body));

        Assert.Equal((1, 0), (first.Runs, second.Runs));
    }

    [Fact]
    public async Task NoLogSeesTheSecret()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(handle: (_, _) => throw new InvalidDataException());

        await app.PostAsync(Body);
        await app.PostAsync("OK");
        await app.PostAsync("OK", new Uri(app.Address, "elsewhere?visible=1"));

        Assert.Contains(app.Log, line => line.Contains("HttpLogging", StringComparison.Ordinal) && line.Contains("visible=1", StringComparison.Ordinal));
        Assert.Contains("POST /hooks/runware", app.Log);
        Assert.DoesNotContain(app.Log, line => line.Contains("S3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AShortSecretIsRefusedWhenTheEndpointIsMapped()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        await using WebApplication app = builder.Build();

        var error = Assert.Throws<ArgumentException>(() => app.MapRunwareWebhook("/hooks", "short", (_, _) => Task.CompletedTask));

        Assert.StartsWith("The secret of a webhook needs at least 16 characters that nobody can guess, but has 5.", error.Message, StringComparison.Ordinal);
    }
}
