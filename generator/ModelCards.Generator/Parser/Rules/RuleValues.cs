namespace ModelCards.Generator.Parser.Rules;

/// <summary>What a keyword says of the value of one parameter, as conditions.</summary>
internal static class RuleValues
{
    public static Alternatives Judge(string keyword, JsonNode value, RuleTarget target, bool holds) => (keyword, target.Kind) switch
    {
        ("const", RuleValueKind.Fixed) => Fixed([value], target, holds),
        ("enum", RuleValueKind.Fixed) => Fixed(value.Items, target, holds),
        ("const", _) => OneOf([value], target, holds),
        ("enum", _) => OneOf(value.Items, target, holds),
        ("minimum", RuleValueKind.Number) => Bound(target, value, holds ? RuleOperator.GreaterOrEqual : RuleOperator.Less),
        ("maximum", RuleValueKind.Number) => Bound(target, value, holds ? RuleOperator.LessOrEqual : RuleOperator.Greater),
        ("exclusiveMinimum", RuleValueKind.Number) => Bound(target, value, holds ? RuleOperator.Greater : RuleOperator.LessOrEqual),
        ("exclusiveMaximum", RuleValueKind.Number) => Bound(target, value, holds ? RuleOperator.Less : RuleOperator.GreaterOrEqual),
        ("minItems", RuleValueKind.List) when !holds => Bound(target, value, RuleOperator.FewerItems),
        ("maxItems", RuleValueKind.List) when !holds => Bound(target, value, RuleOperator.MoreItems),
        _ => Alternatives.None,
    };

    private static Alternatives Bound(RuleTarget target, JsonNode bound, RuleOperator op) =>
        bound.Kind == JsonKind.Number ? Alternatives.Of(new RuleAtom(target.Name, op, RuleAtom.Escape(bound.Text))) : Alternatives.None;

    private static Alternatives OneOf(List<JsonNode> values, RuleTarget target, bool holds)
    {
        if (target.Kind is not (RuleValueKind.Set or RuleValueKind.Text or RuleValueKind.Number or RuleValueKind.Flag))
            return Alternatives.None;
        string[] texts = [.. values.Select(target.Text).OfType<string>()];
        if (texts.Length > 0)
            return Alternatives.Of(RuleAtom.OfValues(target.Name, holds ? RuleOperator.In : RuleOperator.NotIn, texts));
        return holds ? Alternatives.None : Alternatives.Of(new RuleAtom(target.Name, RuleOperator.Present));
    }

    /// <summary>A constant of the card is or is not what the rule asks for, once and for all.</summary>
    private static Alternatives Fixed(List<JsonNode> values, RuleTarget target, bool holds)
    {
        if (target.Schema["const"] is not { Kind: JsonKind.Text } constant || values.Exists(value => value.Kind != JsonKind.Text))
            return Alternatives.None;
        return values.Exists(value => value.Text == constant.Text) == holds ? Alternatives.Always : Alternatives.None;
    }
}
