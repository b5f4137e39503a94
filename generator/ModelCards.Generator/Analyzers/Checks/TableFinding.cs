using System.Globalization;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Parser.Rules;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Says which combination, or which value of one column, is in no row of a table.</summary>
internal static class TableFinding
{
    public static Diagnostic Of(RuleAtom table, Facts facts)
    {
        Fact[] columns = [.. RuleAtom.SplitAt(table.Name, ',').Select(name => facts.Find(name)!)];
        string[][] rows = [.. table.Values.Select(row => RuleAtom.SplitAt(row, ',').Select(cell => RuleAtom.Unescape(cell).TrimStart('\'')).ToArray())];
        int[] known = [.. Enumerable.Range(0, columns.Length).Where(i => columns[i] is { Presence: Presence.Present, Value: not null })];
        Location place = known.Select(i => columns[i].Setting!).OrderBy(setting => setting.Name.SourceSpan.Start).Last().Place;
        if (known.Length == 1)
        {
            Fact column = columns[known[0]];
            return Finding.Of(
                UsageDescriptors.NotAllowed, place, column.Member.JsonName, RuleFinding.Show(column), string.Join(", ", rows.Select(row => row[known[0]]).Distinct()));
        }

        ExactNumber[] numbers = [.. known.Select(i => RuleAnswer.Number(columns[i])).OfType<ExactNumber>()];
        string[][] shown = [.. rows.Select(row => known.Select(i => row[i]).ToArray())];
        return Finding.Of(
            UsageDescriptors.NotInTable,
            place,
            string.Join(" and ", known.Select(i => columns[i].Member.JsonName)),
            string.Join(" x ", known.Select(i => RuleFinding.Show(columns[i]))),
            "is " + string.Join(" x ", numbers.Length == known.Length ? Closest(shown, numbers) : shown[0]));
    }

    private static string[] Closest(string[][] rows, ExactNumber[] numbers) => rows
        .OrderBy(row => row.Zip(numbers, (cell, number) => Math.Abs(Approximately(cell) - Approximately(number.ToString()))).Sum())
        .First();

    private static double Approximately(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0;
}
