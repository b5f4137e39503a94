using ModelCards.Requests;

namespace ModelCards.Schemas;

/// <summary>Names of members, with a schema each where there is one, and where a generated type keeps them.</summary>
internal sealed class MemberTable(string[] names, Schema[] schemas)
{
    private readonly Dictionary<string, int> _indexes = IndexesOf(names);
    private Placement? _placement;

    public string[] Names => names;

    public Schema[] Schemas => schemas;

    public bool Contains(string name) => _indexes.ContainsKey(name);

    public bool TryGet(string name, out Schema? schema)
    {
        schema = _indexes.TryGetValue(name, out int index) ? schemas[index] : null;
        return schema is not null;
    }

    /// <summary>Indexes of the names in a generated type, -1 for those it lacks. A table meets one type as a rule, so one answer is kept.</summary>
    public int[] PlacesIn(ObjectLayout layout) => PlacementIn(layout).Places;

    /// <summary>Members of a generated type that the table does not name.</summary>
    public int[] OthersIn(ObjectLayout layout) => PlacementIn(layout).Others;

    private Placement PlacementIn(ObjectLayout layout)
    {
        Placement? placement = _placement;
        if (placement is null || placement.Layout != layout)
            _placement = placement = new Placement(layout, this);
        return placement;
    }

    private static Dictionary<string, int> IndexesOf(string[] names)
    {
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
            indexes[names[i]] = i;
        return indexes;
    }

    private sealed class Placement(ObjectLayout layout, MemberTable table)
    {
        public ObjectLayout Layout => layout;

        public int[] Places { get; } = Array.ConvertAll(table.Names, layout.IndexOf);

        public int[] Others { get; } = [.. Enumerable.Range(0, layout.Count).Where(index => !table.Contains(layout.Names[index]))];
    }
}
