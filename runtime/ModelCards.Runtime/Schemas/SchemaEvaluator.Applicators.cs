using ModelCards.Requests;
using ModelCards.Validation;

namespace ModelCards.Schemas;

internal sealed partial class SchemaEvaluator
{
    private bool EvaluateApplicators(Schema schema, in Slot value)
    {
        bool ok = true;
        foreach (Schema part in schema.AllOf)
        {
            // What has a type is a definition, whose description tells of the parameter and of no rule.
            ok &= part.Description is { } rule && part.Types == SchemaTypes.Any && !Silent
                ? Matches(part, value) || (!Silent && FailRule(part, value, rule))
                : Evaluate(part, value);
            if (!ok && Silent)
                return false;
        }

        if (schema.AnyOf.Length > 0)
            ok &= EvaluateAnyOf(schema.AnyOf, value);
        if (schema.OneOf.Length > 0)
            ok &= EvaluateOneOf(schema, value);
        if (schema.Not is { } not)
            ok &= !Matches(not, value) || (!Silent && Fail("not", value, Sentences.Not(Culprit(not, value), Here, _path)));
        if (schema.If is { } condition)
            ok &= EvaluateCondition(schema, condition, value);
        return ok;
    }

    /// <summary>Of several things that are excluded, the one that is there.</summary>
    private Schema Culprit(Schema not, Slot value) =>
        not.AnyOf.Length > 0 && (not.Required ?? not.Properties) is null ? Array.Find(not.AnyOf, branch => Matches(branch, value)) ?? not : not;

    /// <summary>A rule that the card describes is reported in the card's words, at the object that it is about.</summary>
    private bool FailRule(Schema rule, in Slot value, string description)
    {
        string keyword = rule.Not is not null ? "not" : rule.If is not null ? "if" : rule.AnyOf.Length > 0 ? "anyOf" : rule.OneOf.Length > 0 ? "oneOf" : "allOf";
        string where = _path.Depth == 0 ? "" : $"{Here}: ";
        return !Silent && Fail(keyword, value, where + description.TrimEnd('.') + ".");
    }

    private bool EvaluateAnyOf(Schema[] branches, in Slot value)
    {
        foreach (Schema branch in branches)
        {
            if (Matches(branch, value))
                return true;
        }

        if (Silent)
            return false;
        if (Closest(branches, value) is { } closest)
            return Evaluate(closest, value);
        return !Silent && Fail("anyOf", value, Sentences.AnyOf(branches, value, Here, _path));
    }

    private bool EvaluateOneOf(Schema schema, in Slot value)
    {
        Schema? match = null;
        foreach (Schema branch in schema.OneOf)
        {
            if (!Matches(branch, value))
                continue;
            if (match is not null)
                return !Silent && Fail("oneOf", value, Sentences.TwoOf(match, branch, Here, _path));
            match = branch;
        }

        if (match is not null || Silent)
            return match is not null;
        if (Closest(schema.OneOf, value) is { } closest)
            return Evaluate(closest, value);
        return !Silent && Fail("oneOf", value, Sentences.OneOf(schema.OneOf, value, Here, _path));
    }

    /// <summary>The one branch that a value can be meant for, by its type or by a member that tells branches apart; its errors then say most.</summary>
    private static Schema? Closest(Schema[] branches, Slot value)
    {
        SchemaTypes type = Instance.TypeOf(value);
        if (Array.Exists(branches, branch => branch.Types == SchemaTypes.Any && branch.Allowed is null))
            return null;
        Schema[] meant = Array.FindAll(branches, branch => IsOfType(branch, type, value)
            && (branch.Types != SchemaTypes.Any || branch.Allowed!.Values.Exists(other => Instance.TypeOf(Slot.FromJson(other)) == type)));
        if (meant.Length > 1 && type == SchemaTypes.Object)
            meant = Array.FindAll(meant, branch => IsToldBy(branch, value));
        return meant is [var only] ? only : null;
    }

    /// <summary>Whether a member that the branch fixes has just that value.</summary>
    private static bool IsToldBy(Schema branch, Slot value)
    {
        for (int i = 0; i < (branch.Properties?.Names.Length ?? 0); i++)
        {
            if (branch.Properties!.Schemas[i].Allowed is { IsConst: true } fixedTo && Instance.TryGetMember(value, branch.Properties.Names[i], out Slot member)
                && Instance.Normalise(member) is var plain && Allows(fixedTo, Instance.TypeOf(plain), plain))
                return true;
        }

        return false;
    }

    private bool EvaluateCondition(Schema schema, Schema condition, in Slot value)
    {
        bool holds = Matches(condition, value);
        if ((holds ? schema.Then : schema.Else) is not { } consequence)
            return true;
        if (Silent)
            return Evaluate(consequence, value);
        int before = _errors!.Count;
        bool ok = Evaluate(consequence, value);
        string reason = Sentences.Condition(condition, holds, _path);
        for (int i = before; i < _errors.Count; i++)
        {
            ValidationError error = _errors[i];
            _errors[i] = error with { Message = Sentences.Because(error.Message, reason) };
        }

        return ok;
    }
}
