using System.Text.Json;

namespace ModelCards.Results;

/// <summary>One line of usage; what it tells depends on the operation and on what the request groups by. An API key in it does not print.</summary>
public sealed class UsageLine : ResultPart
{
    internal UsageLine(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The day.</summary>
    public DateTimeOffset? Date => Members.Time("date");

    /// <summary>AIR of the model.</summary>
    public string? Model => Members.Text("model");

    /// <summary>Name of the model.</summary>
    public string? ModelName => Members.Text("modelName");

    /// <summary>The API key: a secret.</summary>
    public string? ApiKey => Members.Text("apiKey");

    /// <summary>How many requests there were.</summary>
    public long? Count => Members.Whole("count");

    /// <summary>What they cost.</summary>
    public decimal? Spend => Members.Number("spend");

    /// <summary>How many failed by a mistake of the sender.</summary>
    public long? ClientErrors => Members.Whole("clientErrors");

    /// <summary>How many failed by a fault of the service.</summary>
    public long? ServerErrors => Members.Whole("serverErrors");

    /// <summary>How long they took on average, in the service's own unit; null where there were none.</summary>
    public decimal? AverageInferenceTime => Members.Number("avgInferenceTime");

    /// <summary>How long 90 of 100 took at most, in the service's own unit; null where there were none.</summary>
    public decimal? P90InferenceTime => Members.Number("p90InferenceTime");

    /// <summary>How long 99 of 100 took at most, in the service's own unit; null where there were none.</summary>
    public decimal? P99InferenceTime => Members.Number("p99InferenceTime");
}
