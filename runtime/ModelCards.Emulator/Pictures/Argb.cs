namespace ModelCards.Emulator.Pictures;

/// <summary>Arithmetic on the four channels of a pixel in one word: alpha highest, then red, green and blue, as VP8L has it.</summary>
internal static class Argb
{
    private const uint AlphaAndGreen = 0xFF00FF00;
    private const uint RedAndBlue = 0x00FF00FF;

    public static uint FromRgba(byte red, byte green, byte blue, byte alpha) =>
        ((uint)alpha << 24) | ((uint)red << 16) | ((uint)green << 8) | blue;

    /// <summary>Channel by channel modulo 256. The ones set in the gaps take up the borrows.</summary>
    public static uint Subtract(uint a, uint b)
    {
        uint alphaAndGreen = RedAndBlue + (a & AlphaAndGreen) - (b & AlphaAndGreen);
        uint redAndBlue = AlphaAndGreen + (a & RedAndBlue) - (b & RedAndBlue);
        return (alphaAndGreen & AlphaAndGreen) | (redAndBlue & RedAndBlue);
    }

    /// <summary>Red and blue less green; channels often rise and fall together.</summary>
    public static uint SubtractGreen(uint pixel)
    {
        uint green = (pixel >> 8) & 0xFF;
        uint redAndBlue = AlphaAndGreen + (pixel & RedAndBlue) - ((green << 16) | green);
        return (pixel & AlphaAndGreen) | (redAndBlue & RedAndBlue);
    }

    /// <summary>The mean of each channel, rounded down.</summary>
    public static uint Average(uint a, uint b) => (((a ^ b) & 0xFEFEFEFE) >> 1) + (a & b);

    /// <summary>Left + top - topLeft, each channel clamped to a byte.</summary>
    public static uint ClampedGradient(uint left, uint top, uint topLeft)
    {
        uint result = 0;
        for (int shift = 0; shift < 32; shift += 8)
            result |= (uint)Math.Clamp(Channel(left, shift) + Channel(top, shift) - Channel(topLeft, shift), 0, 255) << shift;

        return result;
    }

    /// <summary>The sum over the channels of how far they are apart.</summary>
    public static int Distance(uint a, uint b) =>
        Math.Abs(Channel(a, 24) - Channel(b, 24))
        + Math.Abs(Channel(a, 16) - Channel(b, 16))
        + Math.Abs(Channel(a, 8) - Channel(b, 8))
        + Math.Abs(Channel(a, 0) - Channel(b, 0));

    /// <summary>The sum over the channels of a residual, each read as signed.</summary>
    public static int Magnitude(uint residual) =>
        Math.Abs((int)(sbyte)(residual >> 24))
        + Math.Abs((int)(sbyte)(residual >> 16))
        + Math.Abs((int)(sbyte)(residual >> 8))
        + Math.Abs((int)(sbyte)residual);

    private static int Channel(uint pixel, int shift) => (int)(pixel >> shift) & 0xFF;
}
