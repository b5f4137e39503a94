using System.Text;

namespace ModelCards.Emulator.Pictures;

/// <summary>
/// Random numbers that depend on prompt and seed alone: FNV-1a over the UTF-8 prompt, then SplitMix64.
/// Neither <see cref="string.GetHashCode()"/> nor <see cref="Random"/> promises the same numbers in every process and version.
/// </summary>
internal sealed class SceneRandom
{
    private const ulong FnvOffsetBasis = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x100000001B3;
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    public SceneRandom(string prompt, long seed)
    {
        ulong hash = FnvOffsetBasis;
        foreach (byte octet in Encoding.UTF8.GetBytes(prompt))
            hash = (hash ^ octet) * FnvPrime;

        _state = Finalize(hash) ^ Finalize(unchecked((ulong)seed) + GoldenGamma);
    }

    public ulong NextUInt64()
    {
        _state += GoldenGamma;
        return Finalize(_state);
    }

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public int Next(int min, int max) => min + (int)((NextUInt64() >> 33) % (ulong)(max - min + 1));

    /// <summary>A 16-bit lattice value for a coordinate, the same whenever it is asked for.</summary>
    public static int LatticeValue(ulong key, int coordinate) =>
        (int)(Finalize(key + (unchecked((ulong)(uint)coordinate) * GoldenGamma)) >> 48);

    private static ulong Finalize(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
