using System.Text.Json;

namespace ModelCards.Results;

/// <summary>An object within a result.</summary>
public abstract class ResultPart
{
    private protected ResultPart(IReadOnlyDictionary<string, JsonElement> members) => Members = members;

    /// <summary>Every member as it came, by JSON name: those that this type has a property for and those that it has none for.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members { get; }
}
