using System.Text.Json;

namespace ModelCards.Results;

/// <summary>A model that a search found.</summary>
public sealed class FoundModel : ResultPart
{
    internal FoundModel(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>AIR identifier, by which requests name the model; empty when the service sent none.</summary>
    public string Air => Members.Text("air") ?? "";

    /// <summary>Name; empty when the service sent none.</summary>
    public string Name => Members.Text("name") ?? "";

    /// <summary>Kind of model, such as <c>checkpoint</c>, <c>lora</c>, <c>lycoris</c>, <c>vae</c> or <c>embeddings</c>.</summary>
    public string? Category => Members.Text("category");

    /// <summary>Architecture, such as <c>flux1d</c>; null where the model has none.</summary>
    public string? Architecture => Members.Text("architecture");

    /// <summary>What it can do, such as <c>text-to-image</c>.</summary>
    public IReadOnlyList<string> Capabilities => Members.Find("capabilities").Texts();

    /// <summary>Where it comes from: <c>featured</c> or <c>community</c>.</summary>
    public string? Source => Members.Text("source");

    /// <summary>A picture that presents it; null where there is none.</summary>
    public Uri? HeroImage => Members.Url("heroImage");

    /// <summary>Whether only the team may use it.</summary>
    public bool? IsPrivate => Members.Flag("private");

    /// <summary>Whether the team marked it.</summary>
    public bool? IsFavorite => Members.Flag("isFavorite");

    /// <summary>Who runs it, where Runware does not.</summary>
    public string? Provider => Members.Text("provider");

    /// <summary>What it is for.</summary>
    public string? ShortDescription => Members.Text("shortDescription");

    /// <summary>Words in a prompt that bring it in.</summary>
    public string? PositiveTriggerWords => Members.Text("positiveTriggerWords");

    /// <summary>Words in a negative prompt that bring it in.</summary>
    public string? NegativeTriggerWords => Members.Text("negativeTriggerWords");

    /// <summary>Name and AIR.</summary>
    public override string ToString() => $"{Name} ({Air})";
}
