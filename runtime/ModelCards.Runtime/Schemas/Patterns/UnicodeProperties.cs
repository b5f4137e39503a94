using System.Collections.Concurrent;
using System.Globalization;

namespace ModelCards.Schemas;

/// <summary>What stands between the braces of <c>\p{...}</c>: general categories, by their short or long names.</summary>
internal static class UnicodeProperties
{
    private static readonly string[] Prefixes = ["General_Category=", "gc="];

    private static readonly (string Short, string Long)[] Categories =
    [
        ("Lu", "Uppercase_Letter"), ("Ll", "Lowercase_Letter"), ("Lt", "Titlecase_Letter"), ("Lm", "Modifier_Letter"), ("Lo", "Other_Letter"),
        ("Mn", "Nonspacing_Mark"), ("Mc", "Spacing_Mark"), ("Me", "Enclosing_Mark"),
        ("Nd", "Decimal_Number"), ("Nl", "Letter_Number"), ("No", "Other_Number"),
        ("Zs", "Space_Separator"), ("Zl", "Line_Separator"), ("Zp", "Paragraph_Separator"),
        ("Cc", "Control"), ("Cf", "Format"), ("Cs", "Surrogate"), ("Co", "Private_Use"),
        ("Pc", "Connector_Punctuation"), ("Pd", "Dash_Punctuation"), ("Ps", "Open_Punctuation"), ("Pe", "Close_Punctuation"),
        ("Pi", "Initial_Punctuation"), ("Pf", "Final_Punctuation"), ("Po", "Other_Punctuation"),
        ("Sm", "Math_Symbol"), ("Sc", "Currency_Symbol"), ("Sk", "Modifier_Symbol"), ("So", "Other_Symbol"), ("Cn", "Unassigned"),
    ];

    private static readonly (string Short, string Long)[] Groups =
    [
        ("L", "Letter"), ("M", "Mark"), ("N", "Number"), ("Z", "Separator"), ("C", "Other"), ("P", "Punctuation"), ("S", "Symbol"),
    ];

    // A look at a million code points takes its time; there are few names to keep.
    private static readonly ConcurrentDictionary<string, CodePoints> Known = new(StringComparer.Ordinal);

    /// <summary>The code points that have the property; null for a property that is not known.</summary>
    public static CodePoints? Find(string property)
    {
        if (property == "Any")
            return CodePoints.All;
        if (property == "ASCII")
            return new CodePoints().Add(0, 0x7F);
        string name = property;
        foreach (string prefix in Prefixes)
        {
            if (property.StartsWith(prefix, StringComparison.Ordinal))
                name = property.Substring(prefix.Length);
        }

        string group = Array.Find(Groups, pair => pair.Short == name || pair.Long == name).Short ?? "";
        if (Known.TryGetValue(name, out CodePoints? known))
            return new CodePoints().Add(known);
        bool[] wanted = Array.ConvertAll(Categories, pair => pair.Short == name || pair.Long == name || pair.Short.Substring(0, 1) == group);
        return Array.IndexOf(wanted, true) < 0 ? null : new CodePoints().Add(Known.GetOrAdd(name, _ => Having(wanted)));
    }

    private static CodePoints Having(bool[] categories)
    {
        var found = new CodePoints();
        int first = -1;
        for (int codePoint = 0; codePoint <= 0x110000; codePoint++)
        {
            bool has = codePoint < 0x110000 && categories[(int)CategoryOf(codePoint)];
            if (has && first < 0)
                first = codePoint;
            if (!has && first >= 0)
            {
                found.Add(first, codePoint - 1);
                first = -1;
            }
        }

        return found;
    }

    private static UnicodeCategory CategoryOf(int codePoint) => codePoint < 0x10000
        ? CharUnicodeInfo.GetUnicodeCategory((char)codePoint)
        : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);
}
