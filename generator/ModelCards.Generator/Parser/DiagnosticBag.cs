using Microsoft.CodeAnalysis;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class DiagnosticBag
{
    // More would help nobody, and finding a place in a file takes time.
    private const int Most = 100;

    private readonly List<Finding> _findings = [];

    /// <summary>How often something was reported, repetitions included.</summary>
    public int Reports { get; private set; }

    public bool HasErrors => Reports > 0;

    public IReadOnlyList<Finding> Findings => _findings;

    public void Report(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        Add(new Finding(new DiagnosticInfo(descriptor, location, arguments.ToEquatableArray()), null));

    public void Report(DiagnosticDescriptor descriptor, JsonNode place, params string[] arguments) =>
        ReportFrom(null, descriptor, place, arguments);

    /// <summary>Reports a place in a schema that a reference may have brought in from another file.</summary>
    public void ReportFrom(JsonNode? origin, DiagnosticDescriptor descriptor, JsonNode place, params string[] arguments)
    {
        if (_findings.Count < Most)
            Add(new Finding(new DiagnosticInfo(descriptor, place.Locate(), arguments.ToEquatableArray()), origin?.Locate()));
        else
            Repeat();
    }

    /// <summary>Meets again what was reported before.</summary>
    public void Repeat() => Reports++;

    private void Add(Finding finding)
    {
        Reports++;
        if (_findings.Count < Most && !_findings.Contains(finding))
            _findings.Add(finding);
    }
}

/// <summary>A diagnostic; for one in another file also the place of the reference that leads there.</summary>
internal sealed record Finding(DiagnosticInfo Info, LocationInfo? Origin);
