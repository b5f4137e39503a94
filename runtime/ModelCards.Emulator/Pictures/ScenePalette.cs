namespace ModelCards.Emulator.Pictures;

/// <summary>The colours of one picture, related by hue so that any random start gives a harmonious whole.</summary>
internal sealed class ScenePalette
{
    private ScenePalette(int hue, int hueShift, int hillShift)
    {
        Zenith = Rgb.FromHsv(hue, 62, 66);
        Horizon = Rgb.FromHsv(hue + hueShift, 34, 97);
        Disc = Rgb.FromHsv(hue + (hueShift * 3 / 2), 10, 100);
        NearHill = Rgb.FromHsv(hue + hillShift, 66, 24);
    }

    public Rgb Zenith { get; }

    public Rgb Horizon { get; }

    public Rgb Disc { get; }

    public Rgb NearHill { get; }

    public static ScenePalette Choose(SceneRandom random)
    {
        int hue = random.Next(0, 359);
        int direction = random.Next(0, 1) == 0 ? -1 : 1;
        return new ScenePalette(hue, direction * random.Next(30, 90), random.Next(-35, 35));
    }
}
