using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Parser;

namespace ModelCards.Generator.Lint;

/// <summary>Names of one object, or values of one closed set, that C# cannot tell apart: all but the first get a number behind.</summary>
internal static class NameClashes
{
    public static void Check(JsonNode schema, LintReport report)
    {
        foreach ((JsonNode place, string first, string second, string name) in Among(Properties(schema)).Concat(Among(Values(schema))))
            report(DiagnosticDescriptors.ClashingNames, [place], first, second, name);
    }

    private static IEnumerable<(string Json, string Name, JsonNode Place)> Properties(JsonNode schema) =>
        from property in schema["properties"]?.Members ?? []
        select (property.Name, ShapeReader.NameOf(property), property.Value["x-csharp-name"] ?? KeywordChecker.PlaceOf(property, property.Value.File));

    private static IEnumerable<(string Json, string Name, JsonNode Place)> Values(JsonNode schema) =>
        from value in ClosedSet.Of(schema) ?? []
        select (value.Value.Text, value.Name, value.Value);

    private static IEnumerable<(JsonNode Place, string First, string Second, string Name)> Among(
        IEnumerable<(string Json, string Name, JsonNode Place)> names) =>
        from same in names.GroupBy(item => item.Name, StringComparer.Ordinal)
        from later in same.Skip(1)
        // One JSON name given twice is another matter.
        where later.Json != same.First().Json
        select (later.Place, same.First().Json, later.Json, same.Key);
}
