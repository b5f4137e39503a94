using Microsoft.CodeAnalysis;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Cards;

/// <summary>Bounds and step of a number, from its attributes.</summary>
internal sealed record NumberLimits
{
    public ExactNumber? Minimum { get; init; }

    public ExactNumber? Maximum { get; init; }

    public ExactNumber? ExclusiveMinimum { get; init; }

    public ExactNumber? ExclusiveMaximum { get; init; }

    public ExactNumber? Step { get; init; }

    public static NumberLimits? Of(IEnumerable<AttributeData> attributes)
    {
        NumberLimits? limits = null;
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass?.Name == "RangeAttribute")
                limits = OfRange(attribute);
            else if (attribute.AttributeClass?.Name == "ExactlyAttribute" && limits is not null)
                limits = limits.With((string?)attribute.ConstructorArguments[0].Value ?? "", attribute.ConstructorArguments[1].Value as string ?? "");
        }

        return limits;
    }

    public bool Allows(ExactNumber number) => Bounds(number) && (Step is not { Sign: > 0 } step || number.IsMultipleOf(step));

    public bool Bounds(ExactNumber number) =>
        !(Minimum is { } minimum && number.CompareTo(minimum) < 0)
        && !(Maximum is { } maximum && number.CompareTo(maximum) > 0)
        && !(ExclusiveMinimum is { } above && number.CompareTo(above) <= 0)
        && !(ExclusiveMaximum is { } below && number.CompareTo(below) >= 0);

    /// <summary>The bounds in words.</summary>
    public string Describe()
    {
        string? low = Minimum is { } minimum ? $"at least {minimum}" : ExclusiveMinimum is { } above ? $"above {above}" : null;
        string? high = Maximum is { } maximum ? $"at most {maximum}" : ExclusiveMaximum is { } below ? $"below {below}" : null;
        return Minimum is not null && Maximum is not null ? $"from {Minimum} to {Maximum}" : low is null || high is null ? low ?? high ?? "" : $"{low} and {high}";
    }

    private static NumberLimits OfRange(AttributeData attribute)
    {
        ExactNumber? At(int index) => attribute.ConstructorArguments.Length > index ? ExactNumber.Of(attribute.ConstructorArguments[index].Value) : null;
        ExactNumber? Named(string name) => attribute.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value is { IsNull: false, Kind: TypedConstantKind.Primitive } value
            ? ExactNumber.Of(value.Value)
            : null;
        return new NumberLimits
        {
            Minimum = At(0) ?? Named("Minimum"),
            Maximum = At(1) ?? Named("Maximum"),
            ExclusiveMinimum = Named("ExclusiveMinimum"),
            ExclusiveMaximum = Named("ExclusiveMaximum"),
            Step = Named("Step"),
        };
    }

    private NumberLimits With(string keyword, string text) => ExactNumber.TryParse(text) is not { } number ? this : keyword switch
    {
        "minimum" => this with { Minimum = number },
        "maximum" => this with { Maximum = number },
        "exclusiveMinimum" => this with { ExclusiveMinimum = number },
        "exclusiveMaximum" => this with { ExclusiveMaximum = number },
        "multipleOf" => this with { Step = number },
        _ => this,
    };
}
