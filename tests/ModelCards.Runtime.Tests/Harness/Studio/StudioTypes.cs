using ModelCards.Requests;
using ModelCards.Requests.Members;

namespace ModelCards.Runtime.Tests.Harness;

public enum StudioFormat
{
    Jpg,
    Png,
    Webp,
}

public enum StudioCreativity
{
    Minus1,
    Value0,
    Value10,
}

public enum StudioSeconds
{
    Value6,
    Value8,
    Value10,
}

public enum StudioLength
{
    Auto,
    Shortest,
}

/// <summary>An item of a list as the generator makes it.</summary>
public sealed class StudioLora : RequestObject, IRequestObject<StudioLora>
{
    private static readonly ObjectLayout Members = new(("model", Member.Text), ("weight", Member.Decimal), ("endStep", Member.Int32));

    public StudioLora()
        : base(Members)
    {
    }

    public string? Model { get => GetReference<string>(0); init => Set(0, value); }

    public decimal? Weight { get => Get<decimal>(1); init => Set<decimal>(1, value); }

    public int? EndStep { get => Get<int>(2); init => Set<int>(2, value); }

    static StudioLora IRequestObject<StudioLora>.New() => new();
}

/// <summary>A union of a switch and an object.</summary>
public sealed class StudioHiresFix : UnionValue<StudioHiresFix>, IUnionValue<StudioHiresFix>
{
    internal static readonly MemberType Type = Member.Union<StudioHiresFix>(Member.Boolean, Member.Object<StudioHiresSettings>());

    public bool? AsBoolean => AsValue<bool>();

    public StudioHiresSettings? AsSettings => As<StudioHiresSettings>();

    public static implicit operator StudioHiresFix(bool value) => Of(value, Member.Boolean);

    public static implicit operator StudioHiresFix(StudioHiresSettings value) => Of(value, Member.Object<StudioHiresSettings>());

    static StudioHiresFix IUnionValue<StudioHiresFix>.New() => new();
}

/// <summary>The object form, with a member that is named like the one it stands in.</summary>
public sealed class StudioHiresSettings : RequestObject, IRequestObject<StudioHiresSettings>
{
    private static readonly ObjectLayout Members = new(("steps", Member.Int32), ("hiresFix", Member.Boolean));

    public StudioHiresSettings()
        : base(Members)
    {
    }

    public int? Steps { get => Get<int>(0); init => Set<int>(0, value); }

    public bool? HiresFix { get => Get<bool>(1); init => Set<bool>(1, value); }

    static StudioHiresSettings IRequestObject<StudioHiresSettings>.New() => new();
}

/// <summary>A union of two closed sets, one of integers and one of texts.</summary>
public sealed class StudioDuration : UnionValue<StudioDuration>, IUnionValue<StudioDuration>
{
    private static readonly MemberType Seconds = Member.Enum<StudioSeconds>(6, 8, 10);
    private static readonly MemberType Length = Member.Enum<StudioLength>("auto", "shortest");

    internal static readonly MemberType Type = Member.Union<StudioDuration>(Seconds, Length);

    public StudioSeconds? AsSeconds => AsValue<StudioSeconds>();

    public StudioLength? AsLength => AsValue<StudioLength>();

    public static implicit operator StudioDuration(StudioSeconds value) => Of(value, Seconds);

    public static implicit operator StudioDuration(StudioLength value) => Of(value, Length);

    static StudioDuration IUnionValue<StudioDuration>.New() => new();
}
