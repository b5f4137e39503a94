using Microsoft.CodeAnalysis;
using ModelCards.Generator.Parser;

namespace ModelCards.Generator.Lint;

/// <summary>Takes a finding, with the places where it may be shown in the order of preference.</summary>
internal delegate void LintReport(DiagnosticDescriptor descriptor, JsonNode[] places, params string[] arguments);
