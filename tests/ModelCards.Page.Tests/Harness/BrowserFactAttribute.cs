namespace ModelCards.Page.Tests.Harness;

/// <summary>A test that needs Chromium; without it the test is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = WhyNot;

    /// <summary>Why tests in a browser cannot run; null when they can.</summary>
    public static string? WhyNot => Chromium.Path is null
        ? "No Chromium runs here: install one (apt-get install chromium), or name it in MODELCARDS_CHROMIUM."
        : null;
}
