using ModelCards.Generator.Tests.Emit;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Hostile;

/// <summary>Cards to spoil, and the definitions that they share.</summary>
public sealed record MutantFamily(string Name, (string Path, string Text)[] Shared, string[] Cards)
{
    public static MutantFamily FiveCards { get; } = Of("five cards", Repository.Cards);

    public static MutantFamily PublishedDocuments { get; } = Of("published documents", Repository.PublishedDocuments);

    /// <summary>Cards of one idea each, that share nothing.</summary>
    public static MutantFamily SmallCards { get; } =
        Of("small cards", [.. SnapshotCards.All.Where(set => set.Value.Length == 1).Select(set => set.Value[0])]);

    /// <summary>A small card that uses everything, with its definitions.</summary>
    public static MutantFamily Everything { get; } = Of("everything at once", SnapshotCards.All["Everything"]);

    /// <summary>Spoilt cards, all in one project: the number of each is in its name, and so in its types.</summary>
    public IEnumerable<MutantBatch> Spoil(int count, int batch) =>
        Enumerable.Range(0, count).Chunk(batch).Select(seeds => new MutantBatch(Shared, [.. seeds.Select(SpoiltCard)]));

    /// <summary>Spoilt definitions, each in a project of its own with the cards as they are.</summary>
    public IEnumerable<MutantBatch> SpoilShared(int count) => Enumerable.Range(0, count).Select(seed =>
    {
        (string Path, string Text)[] shared = [.. Shared];
        int at = seed % shared.Length;
        shared[at] = (shared[at].Path, new CardMutator(seed).Mutate(shared[at].Text));
        return new MutantBatch(shared, [.. Cards.Select((card, i) => (PathOf((seed * Cards.Length) + i), card))]);
    });

    private (string Path, string Text) SpoiltCard(int seed) => (PathOf(seed), new CardMutator(seed).Mutate(Cards[seed % Cards.Length]));

    private static string PathOf(int seed) => $"/project/schemas/m{seed}.schema.json";

    private static MutantFamily Of(string name, (string Path, string Text)[] files)
    {
        ILookup<bool, (string Path, string Text)> kinds = files.ToLookup(file => file.Path.Contains("/common/", StringComparison.Ordinal));
        return new(name, [.. kinds[true]], [.. kinds[false].Select(file => WithoutName(file.Text))]);
    }

    private static string WithoutName(string card)
    {
        var root = LooseJson.Parse(card);
        root.Entries.RemoveAll(member => member.Name == "\"x-csharp-name\"");
        return root.ToString();
    }
}
