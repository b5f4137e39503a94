using Microsoft.CodeAnalysis;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>Collects what is wrong with one card.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<DiagnosticInfo> _items = [];

    public bool HasErrors => _items.Count > 0;

    public void Report(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        _items.Add(new DiagnosticInfo(descriptor, location, arguments.ToEquatableArray()));

    public void Report(DiagnosticDescriptor descriptor, JsonNode node, params string[] arguments) =>
        Report(descriptor, node.File.Locate(node.Start, node.End), arguments);

    public EquatableArray<DiagnosticInfo> ToArray() => _items.Distinct().ToEquatableArray();
}
