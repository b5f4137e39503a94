using System.Globalization;

namespace ModelCards.Schemas;

/// <summary>A number that a card names, in the forms that comparing needs.</summary>
internal sealed class NumberBound
{
    public NumberBound(string text)
    {
        Text = text;
        Exact = ExactNumber.Parse(text);
        // Beyond 28 characters decimal.Parse may round; such bounds are compared by their text.
        if (text.Length <= 28 && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            && ExactNumber.Parse(value.ToString(CultureInfo.InvariantCulture)).CompareTo(Exact) == 0)
            Decimal = value;
    }

    public string Text { get; }

    public ExactNumber Exact { get; }

    /// <summary>The number, where a <see cref="decimal"/> holds it exactly.</summary>
    public decimal? Decimal { get; }
}
