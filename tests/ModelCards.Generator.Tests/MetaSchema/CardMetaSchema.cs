using System.Text.Json.Nodes;
using Json.Schema;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.MetaSchema;

/// <summary>The meta-schema that editors check cards by, run by a validator that is not ours.</summary>
internal static class CardMetaSchema
{
    public const string Path = "generator/ModelCards.Generator/build/model-card.meta.json";

    private static readonly JsonSchema Schema = JsonSchema.FromFile(Repository.At(Path));

    private static readonly EvaluationOptions Options = new()
    {
        OutputFormat = OutputFormat.Hierarchical,
        RequireFormatValidation = true,
        EvaluateAs = SpecVersion.Draft7,
    };

    /// <summary>Pointers to the places in a card that the meta-schema refuses; none when it accepts the card.</summary>
    public static string[] Refuses(JsonNode? card) =>
        [.. Errors(Schema.Evaluate(card, Options)).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Errors(EvaluationResults results)
    {
        if (results.IsValid)
            return [];
        EvaluationResults[] inside = [.. results.Details.Where(detail => !detail.IsValid && IsDemand(results, detail))];
        IEnumerable<string> errors = inside.SelectMany(Errors);
        return results.HasErrors || inside.Length == 0 ? errors.Prepend(results.InstanceLocation.ToString()) : errors;
    }

    /// <summary>A condition that does not hold, and what stands under not, are no errors.</summary>
    private static bool IsDemand(EvaluationResults results, EvaluationResults detail) =>
        detail.EvaluationPath.ToString()[results.EvaluationPath.ToString().Length..].Split('/')[1] is not ("if" or "not" or "contains");
}
