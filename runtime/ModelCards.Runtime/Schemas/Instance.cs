using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelCards.Requests;
using ModelCards.Requests.Members;
using ModelCards.Writing;

namespace ModelCards.Schemas;

/// <summary>A value as JSON Schema sees it: what its JSON would be, whether it stands in a request or came as JSON.</summary>
internal static class Instance
{
    private const int LongestShown = 78;

    /// <summary>Text of a task UUID that is drawn when the request is sent.</summary>
    private const string AnyUuid = "00000000-0000-4000-8000-000000000000";

    /// <summary>Unwraps unions, enums and untyped JSON scalars.</summary>
    public static Slot Normalise(Slot value) => value.Kind switch
    {
        SlotKind.Union => Normalise(((UnionValue)value.Reference!).Value),
        SlotKind.Enum => ((EnumTexts)value.Reference!).Value(value.Low),
        SlotKind.Json => Slot.FromJson((JsonElement)value.Reference!),
        _ => value,
    };

    /// <summary>Type of a normalised value; every number is a <see cref="SchemaTypes.Number"/>.</summary>
    public static SchemaTypes TypeOf(in Slot value) => value.Kind switch
    {
        SlotKind.None or SlotKind.Null => SchemaTypes.Null,
        SlotKind.Boolean => SchemaTypes.Boolean,
        SlotKind.Integer or SlotKind.Decimal or SlotKind.Double or SlotKind.NumberText => SchemaTypes.Number,
        SlotKind.Object => SchemaTypes.Object,
        SlotKind.List => SchemaTypes.Array,
        SlotKind.Json => ((JsonElement)value.Reference!).ValueKind == JsonValueKind.Array ? SchemaTypes.Array : SchemaTypes.Object,
        _ => SchemaTypes.String,
    };

    public static string TextOf(in Slot value) => value.Kind switch
    {
        SlotKind.Text => (string)value.Reference!,
        SlotKind.Uuid => value.Uuid.ToString(),
        SlotKind.FreshUuid => AnyUuid,
        SlotKind.Uri => UriText.Of((Uri)value.Reference!),
        SlotKind.Media => ((MediaInput)value.Reference!).JudgedText,
        _ => throw new InvalidOperationException($"A value of kind {value.Kind} is no text."),
    };

    public static string NumberText(in Slot value) => value.Kind switch
    {
        SlotKind.Integer => value.Low.ToString(CultureInfo.InvariantCulture),
        SlotKind.Decimal => value.Decimal.ToString(CultureInfo.InvariantCulture),
        SlotKind.Double => value.Double.ToString("R", CultureInfo.InvariantCulture),
        _ => (string)value.Reference!,
    };

    public static ExactNumber NumberOf(in Slot value) => ExactNumber.Parse(NumberText(value));

    public static bool IsInteger(in Slot value) => value.Kind switch
    {
        SlotKind.Integer => true,
        SlotKind.Decimal => value.Decimal == decimal.Truncate(value.Decimal),
        SlotKind.Double => double.IsInteger(value.Double),
        _ => NumberOf(value).IsInteger,
    };

    public static bool IsFinite(in Slot number) => number.Kind != SlotKind.Double || double.IsFinite(number.Double);

    public static decimal? DecimalOf(in Slot value) => value.Kind switch
    {
        SlotKind.Integer => value.Low,
        SlotKind.Decimal => value.Decimal,
        SlotKind.Double when Math.Abs(value.Double) < 1e27 => (decimal)value.Double,
        _ => null,
    };

    public static double DoubleOf(in Slot number) => double.Parse(NumberText(number), CultureInfo.InvariantCulture);

    public static int CountOf(in Slot array) =>
        array.Kind == SlotKind.List ? ((RequestList)array.Reference!).Slots.Length : ((JsonElement)array.Reference!).GetArrayLength();

    public static IEnumerable<Slot> ItemsOf(Slot array) =>
        array.Kind == SlotKind.List ? ((RequestList)array.Reference!).Slots : ((JsonElement)array.Reference!).EnumerateArray().Select(Slot.FromJson);

    // By value: callers walk down with one variable for both.
    public static bool TryGetMember(Slot value, string name, out Slot member)
    {
        member = default;
        if (value.Kind == SlotKind.Json)
        {
            if (((JsonElement)value.Reference!).TryGetProperty(name, out JsonElement element))
                member = Slot.FromJson(element);
            return !member.IsAbsent;
        }

        var request = (RequestObject)value.Reference!;
        int index = request.Layout.IndexOf(name);
        if (index >= 0)
            member = request.Slots[index];
        else if (request.Extra is { } extra && extra.Values.TryGetValue(name, out JsonElement element))
            member = Slot.FromJson(element);
        return !member.IsAbsent;
    }

    /// <summary>The member that a table of one name asks for; a generated type knows its place.</summary>
    public static bool TryGetMember(Slot value, MemberTable table, out Slot member)
    {
        if (value.Kind != SlotKind.Object)
            return TryGetMember(value, table.Names[0], out member);
        var request = (RequestObject)value.Reference!;
        int place = table.PlacesIn(request.Layout)[0];
        if (place < 0)
            return TryGetMember(value, table.Names[0], out member);
        member = request.Slots[place];
        return !member.IsAbsent;
    }

    public static IEnumerable<(string Name, Slot Value)> MembersOf(Slot value)
    {
        if (value.Kind == SlotKind.Json)
        {
            foreach (JsonProperty property in ((JsonElement)value.Reference!).EnumerateObject())
                yield return (property.Name, Slot.FromJson(property.Value));
            yield break;
        }

        var request = (RequestObject)value.Reference!;
        for (int i = 0; i < request.Slots.Length; i++)
        {
            if (!request.Slots[i].IsAbsent)
                yield return (request.Layout.Names[i], request.Slots[i]);
        }

        foreach ((string name, JsonElement element) in request.ExtraMembers)
            yield return (name, Slot.FromJson(element));
    }

    /// <summary>The value as JSON, shortened, for an error.</summary>
    public static string Show(in Slot value)
    {
        Slot plain = Normalise(value);
        return TypeOf(plain) switch
        {
            SchemaTypes.Null => "null",
            SchemaTypes.Boolean => plain.Boolean ? "true" : "false",
            SchemaTypes.Number => NumberText(plain),
            SchemaTypes.String => Quote(TextOf(plain)),
            SchemaTypes.Array => $"an array of {CountOf(plain).ToString(CultureInfo.InvariantCulture)}",
            _ => "an object",
        };
    }

    /// <summary>The text as JSON, on one line.</summary>
    private static string Quote(string text)
    {
        bool isLong = text.Length > LongestShown;
        if (isLong)
            text = text[..(char.IsHighSurrogate(text[LongestShown - 4]) ? LongestShown - 4 : LongestShown - 3)];
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
                quoted.Append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }

        return quoted.Append(isLong ? "...\"" : "\"").ToString();
    }
}
