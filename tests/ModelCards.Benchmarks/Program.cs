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
    case ["analyzers"]:
        return AnalyzerBenchmark.Run();
    case ["edit"]:
        return EditBenchmark.Run();
    default:
        Console.Error.WriteLine("""
            Which figure?
              write      validate + write of a 40-parameter request against System.Text.Json's source generator
              csc        seconds that 50 generated cards of 60 parameters add to a cold compiler run
              analyzers  what the analyzers add to a compiler run over 200 files that use generated builders
              edit       milliseconds from an edit of one card among 500 to its code
              bytes      size of the emitted C# per card, documentation apart
            """);
        return 2;
}
