using System.Text.Json;

namespace ModelCards.Results;

/// <summary>A page of models that were found.</summary>
public sealed class ModelSearchResult : TaskResult, ITaskResult<ModelSearchResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public ModelSearchResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>How many models were found, on all pages.</summary>
    /// <value>null when the service did not say.</value>
    public long? TotalResults => Members.Whole("totalResults");

    /// <summary>The models of this page.</summary>
    public IReadOnlyList<FoundModel> Models => field ??= [.. Members.Find("results").Objects().Select(model => new FoundModel(model))];

    static ModelSearchResult ITaskResult<ModelSearchResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
