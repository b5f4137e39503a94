namespace ModelCards.Emulator.Pictures;

/// <summary>
/// The predictor transform of VP8L: each pixel becomes its difference from a prediction out of its neighbours.
/// The way of predicting is chosen per tile, out of five of the format's fourteen.
/// </summary>
internal sealed class Vp8lPredictor
{
    public const int TileBits = 5;

    private const uint OpaqueBlack = 0xFF000000;

    // A guess at the cost of a mode looks at every fourth row only.
    private const int CostRowStep = 4;

    private const int Left = 1;
    private const int Top = 2;
    private const int AverageOfLeftAndTop = 7;
    private const int Select = 11;
    private const int ClampedGradient = 12;

    private readonly uint[] _pixels;
    private readonly int _width;
    private readonly int _height;

    private Vp8lPredictor(uint[] pixels, int width, int height)
    {
        _pixels = pixels;
        _width = width;
        _height = height;
        TilesAcross = ((width - 1) >> TileBits) + 1;
        int tilesDown = ((height - 1) >> TileBits) + 1;
        Modes = new uint[TilesAcross * tilesDown];
    }

    public int TilesAcross { get; }

    /// <summary>The mode of each tile in the form of an image, as the bitstream carries it: in the green channel.</summary>
    public uint[] Modes { get; }

    /// <summary>Replaces pixels by residuals.</summary>
    public static Vp8lPredictor Apply(uint[] pixels, int width, int height)
    {
        Vp8lPredictor predictor = new(pixels, width, height);
        for (int tile = 0; tile < predictor.Modes.Length; tile++)
            predictor.Modes[tile] = OpaqueBlack | ((uint)predictor.CheapestMode(tile) << 8);

        predictor.Subtract();
        return predictor;
    }

    private int CheapestMode(int tile)
    {
        int startX = Math.Max(1, (tile % TilesAcross) << TileBits);
        int startY = Math.Max(1, (tile / TilesAcross) << TileBits);
        int endX = Math.Min(_width, ((tile % TilesAcross) + 1) << TileBits);
        int endY = Math.Min(_height, ((tile / TilesAcross) + 1) << TileBits);

        int best = Top;
        long bestCost = long.MaxValue;
        foreach (int mode in (ReadOnlySpan<int>)[Top, Left, ClampedGradient, AverageOfLeftAndTop, Select])
        {
            long cost = 0;
            for (int y = startY; y < endY && cost < bestCost; y += CostRowStep)
            {
                for (int i = (y * _width) + startX; i < (y * _width) + endX; i++)
                    cost += Argb.Magnitude(Argb.Subtract(_pixels[i], Predict(mode, i)));
            }

            if (cost < bestCost)
            {
                best = mode;
                bestCost = cost;
            }
        }

        return best;
    }

    private void Subtract()
    {
        // Backwards, so that the neighbours a prediction needs are not residuals yet.
        for (int y = _height - 1; y > 0; y--)
        {
            int row = y * _width;
            for (int x = _width - 1; x > 0; x--)
            {
                int mode = (int)(Modes[((y >> TileBits) * TilesAcross) + (x >> TileBits)] >> 8) & 0xFF;
                _pixels[row + x] = Argb.Subtract(_pixels[row + x], Predict(mode, row + x));
            }

            // The format fixes the modes at the edges: top for the first column, left for the first row, black for the first pixel.
            _pixels[row] = Argb.Subtract(_pixels[row], _pixels[row - _width]);
        }

        for (int x = _width - 1; x > 0; x--)
            _pixels[x] = Argb.Subtract(_pixels[x], _pixels[x - 1]);
        _pixels[0] = Argb.Subtract(_pixels[0], OpaqueBlack);
    }

    private uint Predict(int mode, int index)
    {
        uint left = _pixels[index - 1];
        uint top = _pixels[index - _width];
        uint topLeft = _pixels[index - _width - 1];
        return mode switch
        {
            Left => left,
            Top => top,
            AverageOfLeftAndTop => Argb.Average(left, top),
            Select => Argb.Distance(top, topLeft) < Argb.Distance(left, topLeft) ? left : top,
            _ => Argb.ClampedGradient(left, top, topLeft),
        };
    }
}
