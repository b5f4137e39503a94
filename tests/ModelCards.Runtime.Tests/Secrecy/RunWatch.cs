using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace ModelCards.Runtime.Tests.Secrecy;

/// <summary>The watch over the whole run of a test assembly; it begins before the first test, and <see cref="RunTests"/> ends with it.</summary>
internal static class RunWatch
{
    /// <summary>The API key of every client of the tests, unless a test needs another.</summary>
    public const string Key = "S3cretKeyOfTheTests42";

    public static KeyWatch Watch { get; } = new(Key);

    /// <summary>Where clients log to when their test does not read it.</summary>
    public static ILoggerFactory Log { get; } = new LogText(Watch, keeps: false);

    [ModuleInitializer]
    internal static void Begin() => RuntimeHelpers.RunClassConstructor(typeof(RunWatch).TypeHandle);
}
