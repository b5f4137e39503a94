using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Requests.Members;

namespace ModelCards.Requests;

/// <summary>
/// The shape of one generated type: JSON name and value type of each member, in card order. Generated code holds one
/// per type; applications have no use for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectLayout
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Slot[] _template;

    /// <summary>Describes a type by its members.</summary>
    /// <param name="members">JSON name and value type of each member, in card order.</param>
    public ObjectLayout(params (string Name, MemberType Type)[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        Names = new string[members.Length];
        Prefixes = new byte[members.Length][];
        Types = new MemberType[members.Length];
        _template = new Slot[members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            (string name, MemberType type) = members[i];
            Names[i] = name;
            Prefixes[i] = Encoding.UTF8.GetBytes($",\"{JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":");
            Types[i] = type;
            _template[i] = type.Initial;
            _indexes.Add(name, i);
        }
    }

    internal string[] Names { get; }

    /// <summary>What stands before the value of each member: comma, name and colon.</summary>
    internal byte[][] Prefixes { get; }

    internal MemberType[] Types { get; }

    internal int Count => Names.Length;

    /// <summary>Slots of a new object: constants and the fresh task UUID are in place, the rest is absent.</summary>
    internal Slot[] NewSlots() => (Slot[])_template.Clone();

    internal int IndexOf(string name) => _indexes.TryGetValue(name, out int index) ? index : -1;
}
