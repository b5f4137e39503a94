using Microsoft.CodeAnalysis;

namespace ModelCards.Generator.Analyzers.Cards;

/// <summary>A generated request or nested object: its members and the rules between them.</summary>
internal sealed class ObjectShape
{
    private readonly Dictionary<string, MemberShape> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MemberShape> _byJsonName = new(StringComparer.Ordinal);

    public ObjectShape(INamedTypeSymbol type, bool isRequest)
    {
        (Type, IsRequest) = (type, isRequest);
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod.IsInitOnly: true })
                Add(MemberShape.Of(property));
        }

        AttributeData? rules = type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "RulesAttribute");
        Rules = rules is null
            ? []
            : [.. rules.ConstructorArguments[0].Values.Select(value => value.Value).OfType<string>().Select(Rule.Parse).OfType<Rule>()];
    }

    public INamedTypeSymbol Type { get; }

    public bool IsRequest { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public IEnumerable<MemberShape> Members => _byJsonName.Values;

    /// <summary>The member of a C# name, whatever the case: parameters are written small.</summary>
    public MemberShape? Find(string name) => _byName.TryGetValue(name, out MemberShape member) ? member : null;

    public MemberShape? FindJson(string jsonName) => _byJsonName.TryGetValue(jsonName, out MemberShape member) ? member : null;

    /// <summary>The list that an <c>Add</c> method of this name adds to; null where two would fit.</summary>
    public MemberShape? FindList(string itemName)
    {
        MemberShape[] lists = [.. Members.Where(member => member.IsList && (member.ItemName == itemName || member.Name == itemName))];
        return lists.Length == 1 ? lists[0] : null;
    }

    private void Add(MemberShape member)
    {
        // Names that differ in case only are found by neither: better silent than wrong.
        if (_byName.ContainsKey(member.Name))
            _byName.Remove(member.Name);
        else
            _byName.Add(member.Name, member);
        _byJsonName[member.JsonName] = member;
    }
}
