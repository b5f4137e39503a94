using System.Buffers;
using System.Text;
using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Requests;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>Judges a value in every way there is, as JSON and as a request of each form, and insists that all ways agree.</summary>
internal static class Judged
{
    /// <summary>The verdict on a parameter named <c>value</c>.</summary>
    public static ValidationResult Value(string schema, string value) =>
        Request($$"""{"properties":{"value": {{schema}} } }""", $$"""{"value": {{value}} }""");

    /// <summary>The verdict on a whole request.</summary>
    public static ValidationResult Request(string schema, string request)
    {
        ModelCard card = CardOf(schema);
        // A card that refuses everything else besides: it never takes the way that collects no errors.
        ModelCard strict = CardOf($$"""{"if":true,"then":{{schema}},"else":false,"required":["never"]}""");
        using JsonDocument document = JsonDocument.Parse(request);
        JsonElement json = document.RootElement;
        ValidationResult verdict = card.Validate(json);
        string[] kinds = Kinds(verdict);
        Assert.Equal(kinds, Kinds(strict.Validate(json)));
        if (json.ValueKind != JsonValueKind.Object)
            return verdict;

        string[] names = NamesIn(schema);
        foreach (TypedForm form in TypedForm.All)
        {
            ModelRequest typed = form.RequestOf(json, card, names);
            AssertSame(kinds, Kinds(typed.Validate()), form.Name);
            AssertSame(kinds, Kinds(typed.Validate()), form.Name + ", once more");
            AssertSame(kinds, Kinds(form.RequestOf(json, strict, names).Validate()), form.Name + ", errors collected");
            AssertSame(kinds, Kinds(card.Validate(Written(typed))), form.Name + ", written");
        }

        return verdict;
    }

    public static void Accepts(string schema, params string[] values)
    {
        foreach (string value in values)
            Assert.True(Value(schema, value) is { IsValid: true }, $"{schema} refuses {value}: {Value(schema, value)}");
    }

    public static void Refuses(string keyword, string schema, params string[] values)
    {
        foreach (string value in values)
        {
            ValidationResult verdict = Value(schema, value);
            Assert.False(verdict.IsValid, $"{schema} accepts {value}");
            Assert.Contains(keyword, verdict.Errors.Select(error => error.Keyword));
        }
    }

    public static void AcceptsRequest(string schema, params string[] requests)
    {
        foreach (string request in requests)
            Assert.True(Request(schema, request) is { IsValid: true }, $"{schema} refuses {request}: {Request(schema, request)}");
    }

    public static void RefusesRequest(string keyword, string schema, params string[] requests)
    {
        foreach (string request in requests)
        {
            ValidationResult verdict = Request(schema, request);
            Assert.False(verdict.IsValid, $"{schema} accepts {request}");
            Assert.Contains(keyword, verdict.Errors.Select(error => error.Keyword));
        }
    }

    /// <summary>The errors of a request, each in one line: pointer and sentence.</summary>
    public static string[] Sentences(string schema, string request) =>
        [.. Request(schema, request).Errors.Select(error => $"{error.Pointer}: {error.Message}")];

    public static ModelCard CardOf(string schema) => ModelCard.FromSchema("judged", Encoding.UTF8.GetBytes(schema));

    public static JsonElement Written(ModelRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            request.WriteTo(writer);
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static string[] Kinds(ValidationResult verdict) =>
        [.. verdict.Errors.Where(error => error.Pointer != "/never").Select(error => $"{error.Pointer} {error.Keyword}").Distinct().Order(StringComparer.Ordinal)];

    private static void AssertSame(string[] expected, string[] actual, string form) =>
        Assert.True(expected.SequenceEqual(actual), $"as JSON: {string.Join("; ", expected)}\nas {form}: {string.Join("; ", actual)}");

    /// <summary>The names that a generator would make members for: those below <c>properties</c>, wherever it stands.</summary>
    private static string[] NamesIn(string schema)
    {
        using JsonDocument document = JsonDocument.Parse(schema);
        return [.. Below(document.RootElement).Distinct()];
    }

    private static IEnumerable<string> Below(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Below),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member =>
            member.Name == "properties" && member.Value.ValueKind == JsonValueKind.Object
                ? member.Value.EnumerateObject().Select(property => property.Name).Concat(Below(member.Value))
                : Below(member.Value)),
        _ => [],
    };
}
