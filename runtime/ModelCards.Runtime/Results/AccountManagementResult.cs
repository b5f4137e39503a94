using System.Text.Json;

namespace ModelCards.Results;

/// <summary>What the service tells of the account: which parts are there depends on the operation.</summary>
public sealed class AccountManagementResult : TaskResult, ITaskResult<AccountManagementResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public AccountManagementResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>What was told of, such as <c>getDetails</c>.</summary>
    public string? Operation => Members.Text("operation");

    /// <summary>Name of the organization.</summary>
    public string? OrganizationName => Members.Text("organizationName");

    /// <summary>UUID of the organization.</summary>
    public Guid? OrganizationUuid => Members.Uuid("organizationUUID");

    /// <summary>What is left to spend; null when it was not told.</summary>
    public AccountBalance? Balance => AccountBalance.Of(Members.Find("balance"));

    /// <summary>The people of the team.</summary>
    public IReadOnlyList<TeamMember> Team => field ??= [.. Members.Find("team").Objects().Select(member => new TeamMember(member))];

    /// <summary>The API keys of the team.</summary>
    public IReadOnlyList<AccountApiKey> ApiKeys => field ??= [.. Members.Find("apiKeys").Objects().Select(key => new AccountApiKey(key))];

    /// <summary>What was used; null when it was not told.</summary>
    public AccountUsage? Usage => field ??= Members.Find("usage") is { ValueKind: JsonValueKind.Object } usage ? new AccountUsage(usage.Members()) : null;

    static AccountManagementResult ITaskResult<AccountManagementResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
