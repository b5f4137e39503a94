using System.Globalization;

namespace ModelCards.Generator.Parser;

/// <summary>Gives each JSON name a legal C# name that no other has. The same card gives the same names.</summary>
internal sealed class NameAllocator(params string[] reserved)
{
    /// <summary>Names that every generated type has already, or that its code means something else by.</summary>
    public static readonly string[] ObjectMembers =
    [
        "Members", "Extra", "ExtraMembers", "Create", "ToBuilder", "New", "Get", "GetReference", "Set", "SetList",
        "Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals", "Member",
        "GetBoolean", "GetInt32", "GetInt64", "GetDecimal", "GetDouble", "GetUuid", "GetText", "GetUri", "GetMedia",
        "SetBoolean", "SetInt32", "SetInt64", "SetDecimal", "SetDouble", "SetUuid", "SetText", "SetUri", "SetMedia",
    ];

    /// <summary>Names that every generated request has besides.</summary>
    public static readonly string[] RequestMembers = [.. ObjectMembers, "Card", "Validate", "WriteTo", "ModelCard"];

    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public bool TryTake(string name) => _taken.Add(name);

    public string Allocate(string name)
    {
        if (_taken.Add(name))
            return name;
        string candidate = name + "Value";
        if (Array.IndexOf(reserved, name) >= 0 && _taken.Add(candidate))
            return candidate;
        if (!_next.TryGetValue(name, out int number))
            number = 2;
        do
        {
            candidate = name + "_" + number.ToString(CultureInfo.InvariantCulture);
            number++;
        }
        while (!_taken.Add(candidate));
        _next[name] = number;
        return candidate;
    }
}
