using System.IO.Compression;

namespace ModelCards.EndToEnd.Tests.Packages;

/// <summary>The packages as a stranger gets them: from a feed, in an app that knows nothing of this repository.</summary>
[Collection(nameof(LocalFeed))]
[Trait("Category", "Packages")]
public sealed class PackageTests
{
    private const string Card = """
        {
          "title": "Mine", "type": "object", "additionalProperties": false, "required": ["taskType", "taskUUID", "width"],
          "properties": {
            "taskType": { "type": "string", "const": "imageInference" },
            "taskUUID": { "type": "string", "format": "uuid" },
            "width": { "type": "integer", "minimum": 64, "maximum": 512, "multipleOf": 64 }
          }
        }
        """;

    private readonly LocalFeed _feed;

    public PackageTests(LocalFeed feed) => _feed = feed;

    [Theory]
    [InlineData("ModelCards.Generator", "build/ModelCards.Generator.props", "build/model-card.meta.json")]
    [InlineData("ModelCards.Runware", "buildTransitive/ModelCards.Runware.targets")]
    public void TheGeneratorIsOneDllBesideThatOfItsFixes(string id, params string[] build)
    {
        using ZipArchive package = ZipFile.OpenRead(_feed.PathOf(id));
        string[] files = [.. package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal) || name.StartsWith("build", StringComparison.Ordinal))];

        Assert.Equal(
            ["analyzers/dotnet/cs/ModelCards.CodeFixes.dll", "analyzers/dotnet/cs/ModelCards.Generator.dll", .. build],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnAppThatReferencesTheModelsNeedsNothingElse()
    {
        string output = _feed.NewApp("models", ["ModelCards.Runware"], """
            int width = 1001;
            try { ModelCards.Runware.Flux1DevSrpoRequest.Create("a cat").WithWidth(width).WithHeight(512).Build(); }
            catch (ModelCards.Validation.RequestValidationException error) { Console.WriteLine(error.Message); }
            """).Run();

        Assert.Contains("width must be a multiple of 16, but is 1001; nearest are 992 and 1008.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAppReceivesWebhooksWithOnePackage()
    {
        string output = _feed.NewApp("webhooks", ["ModelCards.AspNetCore"], """
            using Microsoft.AspNetCore.Builder;
            using ModelCards.AspNetCore;
            using ModelCards.Webhooks;

            const string secret = "0123456789abcdef0123456789abcdef";
            WebApplication app = WebApplication.CreateBuilder().Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.MapRunwareWebhook("/runware", secret, (delivery, _) =>
            {
                Console.WriteLine(delivery.Results[0]);
                return Task.CompletedTask;
            });
            await app.StartAsync();
            Uri url = new WebhookSecret(secret).AddTo(new Uri(app.Urls.First() + "/runware"));
            using var caller = new HttpClient();
            string body = "{\"taskUUID\":\"11111111-1111-4111-8111-111111111111\",\"taskType\":\"caption\",\"text\":\"a cat\"}";
            Console.WriteLine((int)(await caller.PostAsync(url, new StringContent(body))).StatusCode);
            await app.StopAsync();
            """).Run();

        Assert.Contains("caption 11111111-1111-4111-8111-111111111111", output, StringComparison.Ordinal);
        Assert.Contains("200", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ACardDroppedIntoAnAppGivesItsApi()
    {
        FreshApp app = _feed.NewApp("card", ["ModelCards.Generator", "ModelCards.Runtime"], """
            int width = 100;
            try { card.MyCardRequest.Create(width).Build(); }
            catch (ModelCards.Validation.RequestValidationException error) { Console.WriteLine(error.Message); }
            """);
        app.Write("schemas/my-card.schema.json", Card);

        Assert.Contains("width must be a multiple of 64, but is 100; nearest are 64 and 128.", app.Run(), StringComparison.Ordinal);
        Assert.Contains("\"title\": \"Model card\"", app.Read("obj/model-card.meta.json"), StringComparison.Ordinal);

        app.Write("schemas/bad.schema.json", "{\n  \"type\": \"object\",\n  \"properties\": { \"a\": { \"patternProperties\": {} } }\n}\n");
        Assert.Contains("bad.schema.json(3,26): error CARD0003: The keyword 'patternProperties' is not supported", app.FailToBuild(), StringComparison.Ordinal);
    }
}
