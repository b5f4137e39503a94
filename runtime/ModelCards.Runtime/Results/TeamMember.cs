using System.Text.Json;

namespace ModelCards.Results;

/// <summary>One of the people of the team.</summary>
public sealed class TeamMember : ResultPart
{
    internal TeamMember(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>Name; empty when the service sent none.</summary>
    public string Name => Members.Text("name") ?? "";

    /// <summary>E-mail address.</summary>
    public string? Email => Members.Text("email");

    /// <summary>What the person may do, such as <c>Owner</c>, <c>Admin</c> or <c>Developer</c>.</summary>
    public IReadOnlyList<string> Roles => Members.Find("roles") is { ValueKind: JsonValueKind.String } role ? [role.Text() ?? ""] : Members.Find("roles").Texts();

    /// <summary>When the person joined.</summary>
    public DateTimeOffset? JoinedAt => Members.Time("joinedAt");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
