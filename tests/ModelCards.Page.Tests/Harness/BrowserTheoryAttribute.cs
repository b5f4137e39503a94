namespace ModelCards.Page.Tests.Harness;

/// <summary>A theory that needs Chromium; without it the theory is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.WhyNot;
}
