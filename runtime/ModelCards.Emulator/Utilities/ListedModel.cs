using System.Text.Json;
using ModelCards.Cards;

namespace ModelCards.Emulator.Utilities;

/// <summary>A model that a search can find: one that the emulator has a card of, or one that was uploaded.</summary>
internal sealed record ListedModel(string Air, string Name, string Category)
{
    public string? Architecture { get; init; }

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool IsOwned { get; init; }

    public bool IsPrivate { get; init; }

    public string? HeroImage { get; init; }

    public string? ShortDescription { get; init; }

    public string? PositiveTriggerWords { get; init; }

    public string? NegativeTriggerWords { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public string Source => IsOwned ? "community" : "featured";

    public static ListedModel Of(ModelCard card) => new(card.Air!, card.Name, "checkpoint") { Capabilities = card.TaskType is { } type ? [type] : [] };

    /// <summary>Whether every word is somewhere in it.</summary>
    public bool Has(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        Tags.Append(Air).Append(Name).Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("air", Air);
        writer.WriteString("name", Name);
        writer.WriteString("category", Category);
        writer.WriteString("architecture", Architecture);
        writer.WriteStartArray("capabilities");
        foreach (string capability in Capabilities)
            writer.WriteStringValue(capability);
        writer.WriteEndArray();
        writer.WriteString("source", Source);
        writer.WriteString("heroImage", HeroImage);
        writer.WriteBoolean("private", IsPrivate);
        Write(writer, "shortDescription", ShortDescription);
        Write(writer, "positiveTriggerWords", PositiveTriggerWords);
        Write(writer, "negativeTriggerWords", NegativeTriggerWords);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }
}
