namespace ModelCards.Generator.Parser;

/// <summary>Gives each JSON name a legal C# name that no other has. The same card gives the same names.</summary>
internal sealed class NameAllocator(params string[] reserved)
{
    /// <summary>Names that every generated type has already.</summary>
    public static readonly string[] ObjectMembers =
    [
        "Members", "Extra", "ExtraMembers", "Create", "ToBuilder", "New", "Get", "GetReference", "Set", "SetList",
        "Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals",
    ];

    /// <summary>Names that every generated request has besides.</summary>
    public static readonly string[] RequestMembers = [.. ObjectMembers, "Card", "Validate", "WriteTo"];

    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    public string Allocate(string name)
    {
        string candidate = name;
        for (int i = 2; !_taken.Add(candidate); i++)
            candidate = i == 2 && Array.IndexOf(reserved, name) >= 0 ? name + "Value" : name + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return candidate;
    }
}
