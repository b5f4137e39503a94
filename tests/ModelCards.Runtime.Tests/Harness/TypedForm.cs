using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Requests;
using ModelCards.Requests.Members;
using ModelCards.Schemas;
using ModelCards.Writing;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>A way in which the values of a JSON object stand in a generated request.</summary>
/// <param name="Name">Name of the form, for messages.</param>
/// <param name="IsKnown">Whether the type has members for the values, and not all of them came as unknown ones.</param>
/// <param name="Number">How a number is held.</param>
/// <param name="Text">How a text is held.</param>
internal sealed record TypedForm(string Name, bool IsKnown, Func<JsonElement, Slot> Number, Func<string, Slot> Text)
{
    public static TypedForm[] All { get; } =
    [
        new("plain members", true, Slot.FromJson, Slot.Of),
        new("members of close types", true, AsDouble, AsCloseType),
        new("media and unions", true, number => InUnion(Slot.FromJson(number)), text => new Slot(SlotKind.Media, MediaInput.FromText(text))),
        new("unknown members", false, Slot.FromJson, Slot.Of),
    ];

    /// <summary>Makes the request.</summary>
    /// <param name="json">The JSON object.</param>
    /// <param name="card">The card that judges it.</param>
    /// <param name="names">Names that the type has members for beside those of the object.</param>
    public ModelRequest RequestOf(JsonElement json, ModelCard card, IEnumerable<string> names)
    {
        var request = new FormRequest(LayoutOf(json, names), card);
        Fill(request, json, names);
        return request;
    }

    private Slot SlotOf(JsonElement json, IEnumerable<string> names)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var nested = new FormObject(LayoutOf(json, names));
                Fill(nested, json, names);
                return new Slot(SlotKind.Object, nested);
            case JsonValueKind.Array:
                return new Slot(SlotKind.List, new RequestList<object>([.. json.EnumerateArray().Select(item => SlotOf(item, names))]));
            case JsonValueKind.Number:
                return Number(json);
            case JsonValueKind.String:
                return Text(json.GetString()!);
            default:
                return Slot.FromJson(json);
        }
    }

    private ObjectLayout LayoutOf(JsonElement json, IEnumerable<string> names) => IsKnown
        ? new([.. names.Concat(json.EnumerateObject().Select(member => member.Name)).Distinct().Select(name => (name, Member.Json))])
        : new();

    private void Fill(RequestObject target, JsonElement json, IEnumerable<string> names)
    {
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (IsKnown)
                target.Slots[target.Layout.IndexOf(member.Name)] = SlotOf(member.Value, names);
            else
                (target.Extra ??= new ExtraMembers()).Values[member.Name] = member.Value;
        }
    }

    private static Slot AsDouble(JsonElement number) =>
        number.TryGetDouble(out double value) && double.IsFinite(value)
        && ExactNumber.Parse(Numbers.Text(value)).CompareTo(ExactNumber.Parse(number.GetRawText())) == 0
            ? Slot.Of(value)
            : Slot.FromJson(number);

    private static Slot AsCloseType(string text)
    {
        if (Guid.TryParse(text, out Guid uuid) && uuid.ToString() == text)
            return Slot.Of(uuid);
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && UriText.Of(uri) == text
            ? Slot.Of(uri)
            : new Slot(SlotKind.Enum, new EnumTexts(typeof(DayOfWeek), ["never", text]), 1);
    }

    private static Slot InUnion(Slot value) => new(SlotKind.Union, new FormUnion { Value = value });

    private sealed class FormRequest(ObjectLayout layout, ModelCard card) : ModelRequest(layout, card);

    private sealed class FormObject(ObjectLayout layout) : RequestObject(layout);

    private sealed class FormUnion : UnionValue<FormUnion>, IUnionValue<FormUnion>
    {
        static FormUnion IUnionValue<FormUnion>.New() => new();
    }
}
