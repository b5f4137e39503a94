using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelCards.EndToEnd.Tests.Verdicts;

/// <summary>
/// Values that a schema allows and no C# type of ours can hold: reading them is refused, which is the one difference allowed
/// between the verdict on a typed request and that on its JSON.
/// </summary>
internal static partial class BeyondCSharp
{
    public static bool IsMeant(JsonException error) => Refusal().Match(error.Message) is { Success: true } refusal && refusal.Groups["what"].Value switch
    {
        "an integer of at most 64 bits" => Math.Abs(Number(refusal)) >= long.MaxValue,
        "a number" => Math.Abs(Number(refusal)) >= (double)decimal.MaxValue,
        _ => !Uri.TryCreate(refusal.Groups["value"].Value.Trim('"'), UriKind.Absolute, out _),
    };

    private static double Number(Match refusal) =>
        double.TryParse(refusal.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : 0;

    [GeneratedRegex("must be (?<what>an integer of at most 64 bits|a number|a URI)(?: or null)?, but is (?<value>.*)\\.$")]
    private static partial Regex Refusal();
}
