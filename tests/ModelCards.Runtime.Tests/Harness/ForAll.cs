using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>Checks a property over values that FsCheck draws. The seed is fixed, and a failure prints the one that repeats it.</summary>
internal static class ForAll
{
    private const ulong Seed = 20_251_121;

    public static void Values<T>(Gen<T> values, Action<T> check, int tests = 1000, ulong seed = Seed) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, 1), FSharpOption<int>.None))),
        Prop.ForAll(Arb.From(values), check));
}
