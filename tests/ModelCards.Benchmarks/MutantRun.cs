using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ModelCards.Generator.Tests.Hostile;

namespace ModelCards.Benchmarks;

/// <summary>Spoilt cards by the thousands, and a list of what must not happen to any of them.</summary>
internal static class MutantRun
{
    private const int Usual = 10_000;
    private const string Hang = "hang over 1 s";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] Kinds =
    [
        MutantBatch.Crash, MutantBatch.Thrown, Hang, MutantBatch.Drop, MutantBatch.NoCode, MutantBatch.Injection, MutantBatch.Unreadable,
    ];

    public static int Run(string[] arguments)
    {
        int count = Usual;
        bool isUnderstood = arguments is []
            || (arguments is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count));
        if (!isUnderstood)
        {
            Console.Error.WriteLine("How many? mutants takes one number, or none for 10000.");
            return 2;
        }

        var faults = new List<MutantFault>();
        Print($"{"",-24} {"mutants",8} {"code",8} {"refused",8} {"planted",8} {"slowest",10} {"seconds",8}");
        // Of ten, four are small, two use everything, two are of the five cards, one is published, one spoils what is shared.
        Judge("small cards", MutantFamily.SmallCards.Spoil(count * 4 / 10, 250), faults);
        Judge("everything at once", MutantFamily.Everything.Spoil(count * 2 / 10, 100), faults);
        Judge("five cards", MutantFamily.FiveCards.Spoil(count * 2 / 10, 50), faults);
        Judge("published documents", MutantFamily.PublishedDocuments.Spoil(count / 10, 25), faults);
        Judge("shared definitions", MutantFamily.Everything.SpoilShared(count - (count * 9 / 10)), faults);
        foreach (string kind in Kinds)
            Print($"{kind}: {faults.Count(fault => fault.Kind == kind)}");
        foreach (MutantFault fault in faults.Take(20))
            Print($"{fault.Kind}, {fault.Path}: {fault.What}");
        return faults.Count == 0 ? 0 : 1;
    }

    private static void Judge(string name, IEnumerable<MutantBatch> batches, List<MutantFault> faults)
    {
        var watch = Stopwatch.StartNew();
        var verdicts = new ConcurrentBag<MutantVerdict>();
        var cores = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(batches, cores, batch => verdicts.Add(Judge(batch)));
        TimeSpan slowest = verdicts.SelectMany(verdict => verdict.Times).Select(card => card.Time).DefaultIfEmpty().Max();
        int cards = verdicts.Sum(verdict => verdict.Times.Length);
        int accepted = verdicts.Sum(verdict => verdict.Accepted);
        int planted = verdicts.Sum(verdict => verdict.Planted);
        (double slow, double seconds) = (slowest.TotalMilliseconds, watch.Elapsed.TotalSeconds);
        Print($"{name,-24} {cards,8:N0} {accepted,8:N0} {cards - accepted,8:N0} {planted,8:N0} {slow,7:N0} ms {seconds,8:N1}");
        faults.AddRange(verdicts.SelectMany(verdict => verdict.Faults));
    }

    /// <summary>A card that took long is tried again alone: what the machine did meanwhile is not the card's fault.</summary>
    private static MutantVerdict Judge(MutantBatch batch)
    {
        var judging = Task.Factory.StartNew(batch.Judge, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!judging.Wait(Patience))
        {
            string what = $"no answer in {Patience} for this card and the {batch.Cards.Length - 1} behind it";
            return new(0, 0, [new(Hang, batch.Cards[0].Path, what)], []);
        }

        MutantVerdict verdict = judging.Result;
        string[] slow = [.. verdict.Times.Where(card => card.Time > Limit).Select(card => card.Path)];
        IEnumerable<MutantFault> hangs = batch.Cards.Where(card => slow.Contains(card.Path))
            .Where(card => (batch with { Cards = [card] }).Judge().Times.Any(again => again.Time > Limit))
            .Select(card => new MutantFault(Hang, card.Path, card.Text));
        return verdict with { Faults = [.. verdict.Faults, .. hangs] };
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
