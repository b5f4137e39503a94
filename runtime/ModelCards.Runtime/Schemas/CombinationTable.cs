using System.Globalization;
using ModelCards.Requests;

namespace ModelCards.Schemas;

/// <summary>Alternatives that each fix the same members, such as a list of allowed sizes.</summary>
internal sealed class CombinationTable
{
    private const int ShownRows = 4;

    private readonly Schema[] _rows;
    private readonly string[] _names;

    private CombinationTable(Schema[] rows, string[] names) => (_rows, _names) = (rows, names);

    /// <summary>The table that alternatives make; null where one of them says something else.</summary>
    public static CombinationTable? Of(Schema[] branches)
    {
        if (branches.Length == 0 || branches[0].Properties is not { Names: { Length: > 0 } names })
            return null;
        return Array.TrueForAll(branches, branch => branch.Properties is { } row && row.Names.SequenceEqual(names)
            && Array.TrueForAll(row.Schemas, cell => cell.Allowed is { IsConst: true }))
            ? new CombinationTable(branches, names)
            : null;
    }

    public string Describe(Slot value, InstancePath path)
    {
        string what = Sentences.Join("and", _names.Select(name => path.Parameter(name)));
        string rows = _rows.Length <= ShownRows
            ? Sentences.Join("or", _rows.Select(Show))
            : string.Create(CultureInfo.InvariantCulture, $"one of the {_rows.Length} combinations that the card lists");
        string found = Sentences.Join("and", _names.Select(name => Instance.TryGetMember(value, name, out Slot member) ? Instance.Show(member) : "absent"));
        string nearest = _rows.Length > ShownRows && Nearest(value) is { } row ? $"; nearest is {Show(row)}" : "";
        return $"{what} must be {rows}, but {(_names.Length == 1 ? "is" : "are")} {found}{nearest}.";
    }

    private string Show(Schema row)
    {
        string cells = Sentences.Join("and", row.Properties!.Schemas.Select(cell => cell.Allowed!.Texts.First()));
        return row.Title is { } title ? $"{cells} ({title})" : cells;
    }

    /// <summary>The row whose numbers differ least, each by its own measure; null where there are no numbers to compare.</summary>
    private Schema? Nearest(Slot value)
    {
        double[] wanted = [.. _names.Select(name => Instance.TryGetMember(value, name, out Slot member) ? NumberOf(member) : double.NaN)];
        return Array.TrueForAll(wanted, double.IsFinite)
            ? _rows.MinBy(row => row.Properties!.Schemas.Select((cell, i) => Difference(NumberOf(Slot.FromJson(cell.Allowed!.Values[0])), wanted[i])).Sum())
            : null;
    }

    private static double Difference(double cell, double wanted) =>
        double.IsNaN(cell) ? double.MaxValue : Math.Abs(Math.Log(Math.Max(cell, 1) / Math.Max(wanted, 1)));

    private static double NumberOf(Slot value)
    {
        value = Instance.Normalise(value);
        return Instance.TypeOf(value) == SchemaTypes.Number ? Instance.DoubleOf(value) : double.NaN;
    }
}
