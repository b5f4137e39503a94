using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Parser.Rules;

namespace ModelCards.Generator.Analyzers.Checks;

internal enum Presence
{
    Unknown,
    Present,
    Absent,
}

/// <summary>What is certain of one member.</summary>
internal sealed record Fact(MemberShape Member, Presence Presence)
{
    /// <summary>What set it last; null where nothing did.</summary>
    public Setting? Setting { get; init; }

    public Constant? Value { get; init; }

    public int? Count { get; init; }

    public Facts? Nested { get; init; }
}

/// <summary>What is certain of an object after the code that makes it.</summary>
internal sealed class Facts
{
    private static readonly char[] Steps = ['/', '.', '\\'];

    private readonly Dictionary<string, Fact> _known = new(StringComparer.Ordinal);
    private readonly bool _isWhole;
    private readonly ConstantReader _constants;

    private Facts(ObjectShape shape, bool isWhole, Facts? root, ConstantReader constants)
    {
        (Shape, _isWhole, _constants) = (shape, isWhole, constants);
        Root = root ?? this;
    }

    public ObjectShape Shape { get; }

    public Facts Root { get; }

    /// <summary>Members that the code sets.</summary>
    public IEnumerable<Fact> Known => _known.Values;

    public static Facts Of(ObjectShape shape, IReadOnlyList<Setting> settings, bool isWhole, ConstantReader constants, Facts? root = null)
    {
        var facts = new Facts(shape, isWhole, root, constants);
        foreach (Setting setting in settings)
            facts._known[setting.Member.JsonName] = facts.After(setting);
        return facts;
    }

    /// <summary>A member by the name that rules use; null when the object has no such member, or is itself not known.</summary>
    public Fact? Find(string path)
    {
        Facts facts = this;
        if (path.IndexOfAny(Steps) < 0)
            return Direct(path);
        if (path.StartsWith("/", StringComparison.Ordinal))
        {
            facts = Root;
            path = path.Substring(1);
        }

        string[] steps = [.. RuleAtom.SplitAt(path, '.').Select(RuleAtom.Unescape)];
        for (int i = 0; i < steps.Length; i++)
        {
            if (facts.Direct(steps[i]) is not { } fact || i == steps.Length - 1)
                return facts.Direct(steps[i]);
            if (fact.Nested is null)
                return null;
            facts = fact.Nested;
        }

        return null;
    }

    private Fact? Direct(string name)
    {
        if (_known.TryGetValue(name, out Fact fact))
            return fact;
        return Shape.FindJson(name) is { } member ? new Fact(member, _isWhole ? Presence.Absent : Presence.Unknown) : null;
    }

    private Fact After(Setting setting)
    {
        if (setting.IsAddition)
        {
            Fact? before = Direct(setting.Member.JsonName);
            int? count = before?.Presence == Presence.Absent ? 0 : before?.Count;
            return new Fact(setting.Member, Presence.Present) { Setting = setting, Count = count + 1 };
        }

        Constant? value = setting.Value is { } given ? _constants.Read(given) : null;
        return new Fact(setting.Member, PresenceOf(setting, value))
        {
            Setting = setting,
            Value = value,
            Count = setting.Items?.Count,
            Nested = setting.Nested is { } nested ? Of(nested.Shape, nested.Settings, nested.IsWhole, _constants, Root) : null,
        };
    }

    private static Presence PresenceOf(Setting setting, Constant? value)
    {
        if (value is not null)
            return value.IsNull ? Presence.Absent : Presence.Present;
        return setting.Value is null || setting.Items is not null || IsNeverNull(setting.Value) ? Presence.Present : Presence.Unknown;
    }

    private static bool IsNeverNull(IOperation value)
    {
        IOperation bare = ConstantReader.WithoutConversions(value);
        if (bare is IConversionOperation { OperatorMethod: not null } conversion)
            return IsNeverNull(conversion.Operand);
        return bare.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
            || bare is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IInterpolatedStringOperation
            || bare is IInvocationOperation { TargetMethod: { Name: "Build", ContainingNamespace: { Name: "Requests", ContainingNamespace.Name: "ModelCards" } } }
            || bare is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "MediaInput", ContainingNamespace.Name: "ModelCards" } } };
    }
}
