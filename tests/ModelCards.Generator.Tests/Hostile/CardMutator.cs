namespace ModelCards.Generator.Tests.Hostile;

/// <summary>Spoils a file in one of the ways that hands, tools and enemies do. The same seed spoils it the same way.</summary>
internal sealed class CardMutator(int seed)
{
    private static readonly string[] Maps = ["\"properties\"", "\"$defs\"", "\"dependentSchemas\""];

    // Any text may stand under the first six; the others take but few.
    private static readonly string[] TextKeywords =
    [
        "title", "description", "$comment", "x-note", "default", "const", "pattern", "format", "x-csharp-name", "$ref", "x-minimum", "$id",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(string text)
    {
        if (_random.Next(10) == 0)
            return Scribble(text);
        var root = LooseJson.Parse(text);
        for (int i = _random.Next(2) == 0 ? 1 : _random.Next(1, 4); i > 0; i--)
            Change(root, Spoil);
        if (_random.Next(2) == 0)
            Change(root, Plant);
        return root.ToString();
    }

    /// <summary>Cuts off, cuts out, doubles or puts in characters; what comes out is seldom JSON.</summary>
    private string Scribble(string text)
    {
        int at = _random.Next(text.Length);
        int length = Math.Min(_random.Next(1, 40), text.Length - at);
        return _random.Next(5) switch
        {
            0 or 1 => text[..at],
            2 => text.Remove(at, length),
            3 => text.Insert(at, text.Substring(at, length)),
            _ => text.Insert(_random.Next(4) == 0 ? 0 : at, Any(OddTexts.Characters)),
        };
    }

    private void Change(LooseJson root, Action<LooseJson, bool> change)
    {
        (string Name, LooseJson Value)[] containers = [.. root.Containers()];
        if (containers.Length == 0)
            return;
        (string name, LooseJson container) = Any(containers);
        change(container, Maps.Contains(name));
    }

    /// <param name="container">What is spoilt at one of its entries.</param>
    /// <param name="isMap">Whether its names are free; elsewhere they are keywords.</param>
    private void Spoil(LooseJson container, bool isMap)
    {
        List<(string Name, LooseJson Value)> entries = container.Entries;
        int at = _random.Next(entries.Count);
        (string name, LooseJson value) = entries[at];
        switch (_random.Next(8))
        {
            case 0:
                entries.RemoveAt(at);
                break;
            case 1:
                int other = _random.Next(entries.Count);
                (entries[at], entries[other]) = ((name, entries[other].Value), (entries[other].Name, value));
                break;
            case 2:
                entries.Insert(_random.Next(entries.Count + 1), (_random.Next(4) == 0 ? name : OddName(), value.Copy()));
                break;
            case 3:
                entries[at] = (name, LooseJson.Scalar(Any(OddTexts.Values)));
                break;
            case 4:
                entries[at] = (name, Deepen(value));
                break;
            case 5 when isMap:
                entries[at] = (OddName(), value);
                break;
            case 5:
                entries.Add((OddName(), LooseJson.Scalar(Any(OddTexts.Values))));
                break;
            default:
                bool inName = container.IsObject && (isMap || !value.IsText);
                entries[at] = (inName ? Insert(name) : name, !inName && value.IsText ? LooseJson.Scalar(Insert(value.ToString())) : value);
                break;
        }
    }

    /// <summary>The same value one level deeper, or many.</summary>
    private LooseJson Deepen(LooseJson value)
    {
        int levels = _random.Next(4) == 0 ? _random.Next(2, 80) : 1;
        int shape = _random.Next(5);
        string name = OddName();
        for (int i = 0; i < levels; i++)
        {
            value = shape switch
            {
                0 => LooseJson.Array(value),
                1 => LooseJson.Object(("\"not\"", value)),
                2 => LooseJson.Object(("\"type\"", LooseJson.Scalar("\"array\"")), ("\"items\"", value)),
                3 => LooseJson.Object(("\"properties\"", LooseJson.Object(("\"a\"", value)))),
                _ => LooseJson.Object((name, value)),
            };
        }

        return value;
    }

    private string Insert(string quoted) => quoted.Insert(_random.Next(1, quoted.Length), Any(OddTexts.Characters));

    /// <summary>Puts a text that would like to be code where a name or a text is.</summary>
    private void Plant(LooseJson container, bool isMap)
    {
        string text = LooseJson.Quote(Any(OddTexts.BreakOuts));
        List<(string Name, LooseJson Value)> entries = container.Entries;
        int at = _random.Next(entries.Count);
        if (isMap)
            entries[at] = (text, entries[at].Value);
        else if (entries[at].Value.IsText && (container.IsArray || _random.Next(2) == 0))
            entries[at] = (entries[at].Name, LooseJson.Scalar(text));
        else if (container.IsObject)
            SetText(entries, LooseJson.Quote(TextKeywords[_random.Next(_random.Next(2) == 0 ? 6 : TextKeywords.Length)]), text);
    }

    private static void SetText(List<(string Name, LooseJson Value)> entries, string keyword, string text)
    {
        entries.RemoveAll(entry => entry.Name == keyword);
        entries.Add((keyword, LooseJson.Scalar(text)));
    }

    private string OddName() => LooseJson.Quote(Any(OddTexts.Names));

    private T Any<T>(T[] list) => list[_random.Next(list.Length)];
}
