using System.Globalization;
using ModelCards.Requests;

namespace ModelCards.Schemas;

/// <summary>The sentences of validation errors about single values. Each says what is allowed.</summary>
internal static partial class Sentences
{
    internal const int ShownValues = 12;

    public static string Capitalise(string message) => message.StartsWith("the ", StringComparison.Ordinal) ? "T" + message[1..] : message;

    public static string Types(SchemaTypes types) => Join(
        "or",
        Enum.GetValues<SchemaTypes>().Where(type => type != SchemaTypes.Any && types.HasFlag(type)).Select(type => type switch
        {
            SchemaTypes.Integer => "an integer",
            SchemaTypes.Array => "an array",
            SchemaTypes.Object => "an object",
            SchemaTypes.Boolean => "true or false",
            SchemaTypes.Null => "null",
            _ => "a " + type.ToString().ToLowerInvariant(),
        }));

    public static string Format(string format) => format == "uuid" ? "a UUID" : "an absolute URI";

    public static string Count(int minimum, int maximum, string noun) => (minimum, maximum) switch
    {
        _ when minimum == maximum => $"exactly {Plural(minimum, noun)}",
        ( <= 0, _) => $"at most {Plural(maximum, noun)}",
        (_, int.MaxValue) => $"at least {Plural(minimum, noun)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{minimum} to {Plural(maximum, noun)}"),
    };

    public static string Below(string here, NumberRange range, in Slot value) => range.ExclusiveMinimum is { } bound
        ? $"{here} must be greater than {bound.Text}, but is {Instance.NumberText(value)}{Allowed(range)}."
        : $"{here} must be at least {range.Minimum!.Text}, but is {Instance.NumberText(value)}{Allowed(range)}.";

    public static string Above(string here, NumberRange range, in Slot value) => range.ExclusiveMaximum is { } bound
        ? $"{here} must be less than {bound.Text}, but is {Instance.NumberText(value)}{Allowed(range)}."
        : $"{here} must be at most {range.Maximum!.Text}, but is {Instance.NumberText(value)}{Allowed(range)}.";

    public static string OffStep(string here, NumberRange range, in Slot value)
    {
        string message = $"{here} must be a multiple of {range.Step!.Text}, but is {Instance.NumberText(value)}";
        // Beyond these sizes the arithmetic below would round or overflow.
        if (range.Step.Decimal is not { } step || step is <= 0 or > 1e12m
            || Instance.DecimalOf(value) is not { } number || Math.Abs((double)number / (double)step) > 1e15)
            return message + ".";
        decimal below = decimal.Floor(number / step) * step;
        string[] nearest = [.. ((decimal[])[below, below + step]).Where(candidate =>
                !(candidate < range.Minimum?.Decimal) && !(candidate > range.Maximum?.Decimal)
                && !(candidate <= range.ExclusiveMinimum?.Decimal) && !(candidate >= range.ExclusiveMaximum?.Decimal))
            .Select(candidate => (candidate / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture))];
        return nearest.Length switch
        {
            2 => $"{message}; nearest are {nearest[0]} and {nearest[1]}.",
            1 => $"{message}; nearest is {nearest[0]}.",
            _ => message + ".",
        };
    }

    public static string Allowed(string here, ValueSet set, string shown)
    {
        string[] texts = [.. set.Texts];
        if (texts.Length == 1)
            return $"{here} must be {texts[0]}, but is {shown}.";
        string wrong = shown.Trim('"');
        string[] similar = [.. texts.Where(text => Similar(text, wrong)).OrderBy(text => Distance(text, wrong)).Take(3)];
        string list = texts.Length <= ShownValues
            ? $"one of {string.Join(", ", texts)}"
            : string.Create(CultureInfo.InvariantCulture, $"one of the {texts.Length} values that the card lists");
        string hint = similar.Length > 0 ? $"; did you mean {Join("or", similar)}?" : ".";
        return $"{here} must be {list}, but is {shown}{hint}";
    }

    public static string Unknown(string here, string name, string[] known)
    {
        string? similar = known.Where(other => Similar(other, name)).MinBy(other => Distance(other, name));
        return similar is not null
            ? $"{here} is not a parameter of this card; did you mean {similar}?"
            : $"{here} is not a parameter of this card; set one that it does not know yet by name, through WithExtra.";
    }

    public static string Area(AreaRule rule, in Slot first, in Slot second)
    {
        string what = rule.IsRatio ? "divided by" : "times";
        string bounds = (rule.Minimum, rule.Maximum) switch
        {
            ({ } low, { } high) => $"from {low.Text} to {high.Text}",
            ({ } low, null) => $"at least {low.Text}",
            _ => $"at most {rule.Maximum!.Text}",
        };
        double left = Instance.DoubleOf(first);
        double right = Instance.DoubleOf(second);
        double value = rule.IsRatio ? Math.Round(left / right, 4) : left * right;
        string shown = double.IsFinite(value) ? value.ToString(CultureInfo.InvariantCulture) : "infinite";
        return $"{string.Join('.', rule.First)} {what} {string.Join('.', rule.Second)} must be {bounds}, but is {shown} ({Instance.NumberText(first)} and {Instance.NumberText(second)}).";
    }

    internal static string Join(string last, IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length <= 1 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    private static string Allowed(NumberRange range)
    {
        string step = range.Step is { } by ? $" in steps of {by.Text}" : "";
        return (range.Minimum ?? range.ExclusiveMinimum, range.Maximum ?? range.ExclusiveMaximum) is ({ } low, { } high)
            ? $" (allowed: {low.Text} to {high.Text}{step})"
            : "";
    }

    private static string Plural(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static bool Similar(string left, string right) =>
        right.Length <= 60 && Distance(left, right) <= Math.Max(1, Math.Min(left.Length, right.Length) / 3);

    /// <summary>Edits between two words, letter case aside; two letters in the wrong order are one edit.</summary>
    private static int Distance(string left, string right)
    {
        int[] before = new int[right.Length + 1];
        int[] above = [.. Enumerable.Range(0, right.Length + 1)];
        int[] row = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = above[j - 1] + (AreSame(left[i - 1], right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && AreSame(left[i - 1], right[j - 2]) && AreSame(left[i - 2], right[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, above, row) = (above, row, before);
        }

        return above[^1];
    }

    private static bool AreSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
