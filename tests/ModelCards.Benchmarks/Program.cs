using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ModelCards.Benchmarks;

switch (args)
{
    case ["write"]:
        // In process: this BenchmarkDotNet knows no moniker for the newest runtime to build a project of its own for.
        BenchmarkRunner.Run<WriteBenchmark>(ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(15)));
        return 0;
    case ["csc"]:
        return CompilerBenchmark.Run();
    case ["bytes"]:
        return EmittedBytes.Run();
    case ["mutants", .. var counts]:
        return MutantRun.Run(counts);
    case ["transport"]:
        return await TransportBenchmark.RunAsync();
    case ["analyzers"]:
        return AnalyzerBenchmark.Run();
    case ["edit"]:
        return EditBenchmark.Run();
    default:
        Console.Error.WriteLine("""
            Which figure?
              write            validate + write of a 40-parameter request against System.Text.Json's source generator
              csc              seconds that 50 generated cards of 60 parameters add to a cold compiler run
              bytes            size of the emitted C# per card, documentation apart
              edit             milliseconds from an edit of one card among 500 to its code
              analyzers        what the analyzers add to a compiler run over 200 files that use generated builders
              mutants [count]  what the generator and the compiler make of 10,000 spoilt cards, or of so many
              transport        round trip and allocation of the client against a bare ClientWebSocket and HttpClient
            """);
        return 2;
}
