using ModelCards.Requests;
using ModelCards.Validation;

namespace ModelCards.Schemas;

/// <summary>
/// Judges a value by the JSON Schema specification. Without an error list it stops at the first no and allocates
/// nothing, which is the way of every valid request; with one it collects every reason.
/// </summary>
internal sealed partial class SchemaEvaluator
{
    [ThreadStatic]
    private static SchemaEvaluator? s_cached;

    private readonly InstancePath _path = new();
    private List<ValidationError>? _errors;
    private Slot _root;

    public static ValidationResult Judge(Schema schema, in Slot request)
    {
        SchemaEvaluator evaluator = s_cached ?? new SchemaEvaluator();
        s_cached = null;
        evaluator._root = request;
        try
        {
            if (evaluator.Evaluate(schema, request))
                return ValidationResult.Valid;
            evaluator._errors = [];
            evaluator.Evaluate(schema, request);
            return new ValidationResult([.. evaluator._errors.Distinct()]);
        }
        finally
        {
            evaluator._errors = null;
            evaluator._root = default;
            evaluator._path.Clear();
            s_cached = evaluator;
        }
    }

    private bool Evaluate(Schema schema, Slot value)
    {
        if (schema.Always is { } always)
            return always || (!Silent && Fail("false", value, $"{Here} is not allowed here."));
        if (value.Kind >= SlotKind.Enum)
            value = Instance.Normalise(value);

        SchemaTypes type = Instance.TypeOf(value);
        bool ok = IsOfType(schema, type, value) || (!Silent && Fail("type", value, $"{Here} must be {Sentences.Types(schema.Types)}, but is {Instance.Show(value)}."));
        if (!ok)
            return false;
        if (type == SchemaTypes.Number && !Instance.IsFinite(value))
            return !Silent && Fail("type", value, $"{Here} must be a finite number.");
        if (schema.Allowed is { } set)
            ok = Allows(set, type, value) || (!Silent && Fail(set.IsConst ? "const" : "enum", value, Sentences.Allowed(Here, set, Instance.Show(value))));
        if (!ok && Silent)
            return false;
        switch (type)
        {
            case SchemaTypes.Number:
                ok &= EvaluateNumber(schema, value);
                break;
            case SchemaTypes.String:
                ok &= EvaluateString(schema, value);
                break;
            case SchemaTypes.Array when schema.HasArrayRules:
                ok &= EvaluateArray(schema, value);
                break;
            case SchemaTypes.Object when schema.HasObjectRules:
                ok &= EvaluateObject(schema, value);
                break;
        }

        if (!ok && Silent)
            return false;
        ok &= !schema.HasApplicators || EvaluateApplicators(schema, value);
        if (ok && value.Kind == SlotKind.Media)
            ((MediaInput)value.Reference!).AcceptedBy = schema;
        return ok;
    }

    private static bool IsOfType(Schema schema, SchemaTypes type, in Slot value)
    {
        if (schema.Types == SchemaTypes.Any || (schema.Types & type) != 0)
            return true;
        return type == SchemaTypes.Number && (schema.Types & SchemaTypes.Integer) != 0 && Instance.IsInteger(value);
    }

    private static bool Allows(ValueSet set, SchemaTypes type, in Slot value) =>
        type == SchemaTypes.String ? set.ContainsText(Instance.TextOf(value)) : set.Contains(value);

    /// <summary>Judges without collecting errors: for conditions and alternatives.</summary>
    private bool Matches(Schema schema, in Slot value)
    {
        // Most conditions ask for members that are not there.
        if (value.Kind == SlotKind.Object && schema.Required is { } required && !HasAll(value, required))
            return false;
        List<ValidationError>? errors = _errors;
        _errors = null;
        bool matches = Evaluate(schema, value);
        _errors = errors;
        return matches;
    }

    private bool EvaluateMember(Schema schema, in Slot container, string name, in Slot value)
    {
        _path.Enter(container, name, 0);
        bool ok = Evaluate(schema, value);
        _path.Leave();
        return ok;
    }

    /// <summary>No reasons are wanted: the verdict is enough, and no sentence is made.</summary>
    private bool Silent => _errors is null;

    private string Here => Silent ? "" : _path.Parameter() is { Length: > 0 } parameter ? parameter : "the request";

    private bool Fail(string keyword, in Slot value, string message)
    {
        _errors?.Add(new ValidationError(_path.Pointer(), _path.Parameter(), keyword, Instance.Show(value), Sentences.Capitalise(message)));
        return false;
    }

    private bool FailMember(string keyword, string member, string message)
    {
        _errors?.Add(new ValidationError(_path.Pointer(member), _path.Parameter(member), keyword, null, Sentences.Capitalise(message)));
        return false;
    }
}
