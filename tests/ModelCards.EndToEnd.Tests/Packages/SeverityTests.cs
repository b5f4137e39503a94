namespace ModelCards.EndToEnd.Tests.Packages;

/// <summary>Diagnostics in cards are set as those of any analyzer: in the project, or in a .globalconfig.</summary>
[Collection(nameof(LocalFeed))]
[Trait("Category", "Packages")]
public sealed class SeverityTests(LocalFeed feed)
{
    private const string Place = "odd.schema.json(3,60): ";
    private const string Odd = """
        {
          "properties": {
            "steps": { "type": "integer", "minimum": 1, "default": 0 },
            "size": { "enum": ["4k", "4K"] }
          }
        }
        """;

    [Fact]
    public void AWarningAboutACardCanBeSilencedOrRaised()
    {
        FreshApp app = feed.NewApp("severity", ["ModelCards.Generator", "ModelCards.Runtime"], "Console.WriteLine(severity.OddRequest.Card.Name);");
        app.Write("schemas/odd.schema.json", Odd);
        Assert.Contains(Place + "warning CARD0016: The default 0 is not a value", app.Build(), StringComparison.Ordinal);

        app.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.CARD0016.severity = error\ndotnet_diagnostic.CARD0018.severity = warning\n");
        string raised = app.FailToBuild();
        Assert.Contains(Place + "error CARD0016", raised, StringComparison.Ordinal);
        Assert.Contains("odd.schema.json(4,30): warning CARD0018: '4k' and '4K' both become '_4K'", raised, StringComparison.Ordinal);

        app.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.CARD0016.severity = none\n");
        Assert.DoesNotContain("CARD0016", app.Build(), StringComparison.Ordinal);

        app.Write(".globalconfig", "is_global = true\n");
        Assert.DoesNotContain("CARD0016", app.Build("-p:NoWarn=CARD0016"), StringComparison.Ordinal);
    }
}
