using System.Text.Json;

namespace ModelCards.Requests;

/// <summary>Members of an object that its card does not know.</summary>
internal sealed class ExtraMembers
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    public Dictionary<string, JsonElement> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the user named the member; one that merely came with JSON is judged as an unknown member.</summary>
    public bool IsDeclared(string name) => _declared.Contains(name);

    public void Declare(string name, JsonElement value)
    {
        Values[name] = value;
        _declared.Add(name);
    }

    public ExtraMembers Clone()
    {
        var copy = new ExtraMembers();
        foreach ((string name, JsonElement value) in Values)
            copy.Values.Add(name, value);
        copy._declared.UnionWith(_declared);
        return copy;
    }
}
