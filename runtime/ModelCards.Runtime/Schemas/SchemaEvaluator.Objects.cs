using System.Globalization;
using System.Text.Json;
using ModelCards.Requests;

namespace ModelCards.Schemas;

internal sealed partial class SchemaEvaluator
{
    private bool EvaluateObject(Schema schema, in Slot value)
    {
        bool ok = value.Kind == SlotKind.Object
            ? EvaluateTyped(schema, value, (RequestObject)value.Reference!)
            : EvaluateUntyped(schema, value);
        if (!ok && Silent)
            return false;
        foreach ((MemberTable trigger, MemberTable required) in schema.DependentRequired)
            ok &= !HasAll(value, trigger) || HasAll(value, required) || EvaluateDependents(value, trigger.Names[0], required);
        foreach ((MemberTable trigger, Schema dependent) in schema.DependentSchemas)
            ok &= !HasAll(value, trigger) || Evaluate(dependent, value);
        if (schema.PropertyNames is { } names)
            ok &= EvaluateNames(names, value);
        if (schema.MinProperties > 0 || schema.MaxProperties < int.MaxValue)
            ok &= EvaluateCount(schema, value);
        foreach (AreaRule rule in schema.Constraints)
            ok &= EvaluateArea(rule, value);
        return ok;
    }

    /// <summary>A generated type knows where its members are: no look-up by name.</summary>
    private bool EvaluateTyped(Schema schema, in Slot value, RequestObject request)
    {
        Slot[] slots = request.Slots;
        bool ok = true;
        if (schema.Required is { } required && !HasAll(value, required))
        {
            foreach (string name in required.Names)
                ok &= Instance.TryGetMember(value, name, out _) || (!Silent && FailRequired(name));
            if (Silent)
                return false;
        }

        if (schema.Properties is { } properties)
        {
            int[] places = properties.PlacesIn(request.Layout);
            for (int i = 0; i < places.Length; i++)
            {
                if (places[i] < 0)
                {
                    ok &= EvaluateUndeclared(properties.Schemas[i], value, properties.Names[i], request);
                    continue;
                }

                ref readonly Slot slot = ref slots[places[i]];
                if (slot.IsAbsent)
                    continue;
                Schema member = properties.Schemas[i];
                Verdict verdict = Glance(member, in slot);
                if (verdict == Verdict.Accepts && (member.RelativeBounds.Length == 0 || HoldSilently(member, in slot, in value)))
                    continue;
                if (verdict == Verdict.Refuses && Silent)
                    return false;
                ok &= EvaluateMember(member, value, properties.Names[i], slot);
                if (!ok && Silent)
                    return false;
            }
        }

        if (schema.AdditionalProperties is { } additional)
        {
            foreach (int index in schema.Properties?.OthersIn(request.Layout) ?? [])
                ok &= slots[index].IsAbsent || EvaluateAdditional(schema, additional, value, request.Layout.Names[index], slots[index]);
            if (schema.Properties is null || request.Extra is not null)
                ok &= EvaluateExtra(schema, additional, value, request);
        }

        return ok;
    }

    /// <summary>A member that the schema names and the type lacks, come with the JSON that the request was read from.</summary>
    private bool EvaluateUndeclared(Schema schema, in Slot value, string name, RequestObject request) =>
        request.Extra is not { } extra || extra.IsDeclared(name) || !extra.Values.TryGetValue(name, out JsonElement element)
        || EvaluateMember(schema, value, name, Slot.FromJson(element));

    /// <summary>Members set by name are the user's own word; those that came with JSON are judged.</summary>
    private bool EvaluateExtra(Schema schema, Schema additional, in Slot value, RequestObject request)
    {
        bool ok = true;
        foreach ((string name, Slot member) in Instance.MembersOf(value))
        {
            bool isOurs = schema.Properties is not null && request.Layout.IndexOf(name) >= 0;
            bool isDeclared = request.Extra is { } extra && extra.IsDeclared(name);
            if (!isOurs && !isDeclared && schema.Properties?.Contains(name) != true)
                ok &= EvaluateAdditional(schema, additional, value, name, member);
        }

        return ok;
    }

    private bool EvaluateUntyped(Schema schema, in Slot value)
    {
        bool ok = true;
        foreach (string name in schema.Required?.Names ?? [])
            ok &= Instance.TryGetMember(value, name, out _) || (!Silent && FailRequired(name));
        if (schema.Properties is null && schema.AdditionalProperties is null)
            return ok;
        foreach ((string name, Slot member) in Instance.MembersOf(value))
        {
            if (schema.Properties is { } properties && properties.TryGet(name, out Schema? known))
                ok &= EvaluateMember(known!, value, name, member);
            else if (schema.AdditionalProperties is { } additional)
                ok &= EvaluateAdditional(schema, additional, value, name, member);
            if (!ok && Silent)
                return false;
        }

        return ok;
    }

    private bool EvaluateAdditional(Schema schema, Schema additional, in Slot value, string name, in Slot member)
    {
        if (additional.Always != false)
            return EvaluateMember(additional, value, name, member);
        return !Silent && FailMember("additionalProperties", name, Sentences.Unknown(_path.Parameter(name), name, schema.Properties?.Names ?? []));
    }

    /// <summary>Whether every member of the table is there.</summary>
    private static bool HasAll(in Slot value, MemberTable members)
    {
        if (value.Kind != SlotKind.Object)
            return HasAllByName(value, members.Names);
        var request = (RequestObject)value.Reference!;
        int[] places = members.PlacesIn(request.Layout);
        for (int i = 0; i < places.Length; i++)
        {
            bool present = places[i] >= 0 ? !request.Slots[places[i]].IsAbsent : request.Extra is { } extra && extra.Values.ContainsKey(members.Names[i]);
            if (!present)
                return false;
        }

        return true;
    }

    private static bool HasAllByName(Slot value, string[] names) => Array.TrueForAll(names, name => Instance.TryGetMember(value, name, out _));

    private bool FailRequired(string name) => !Silent && FailMember("required", name, $"{_path.Parameter(name)} is required.");

    private bool EvaluateDependents(in Slot value, string trigger, MemberTable required)
    {
        bool ok = true;
        foreach (string name in required.Names)
        {
            ok &= Instance.TryGetMember(value, name, out _)
                || (!Silent && FailMember("dependentRequired", name, $"{_path.Parameter(name)} is required when {_path.Parameter(trigger)} is given."));
        }

        return ok;
    }

    private bool EvaluateNames(Schema names, in Slot value)
    {
        bool ok = true;
        foreach ((string name, _) in Instance.MembersOf(value))
            ok &= Matches(names, Slot.Of(name)) || (!Silent && FailMember("propertyNames", name, Sentences.Unknown(_path.Parameter(name), name, [.. names.Allowed?.Texts ?? []])));
        return ok;
    }

    private bool EvaluateCount(Schema schema, in Slot value)
    {
        int count = Instance.MembersOf(value).Count();
        return (count >= schema.MinProperties && count <= schema.MaxProperties)
            || (!Silent && Fail(count < schema.MinProperties ? "minProperties" : "maxProperties", value, string.Create(
                CultureInfo.InvariantCulture,
                $"{Here} must have {Sentences.Count(schema.MinProperties, schema.MaxProperties, "member")}, but has {count}.")));
    }

    private bool EvaluateArea(AreaRule rule, in Slot value)
    {
        if (!TryGetNumber(value, rule.First, out Slot first) || !TryGetNumber(value, rule.Second, out Slot second) || rule.Accepts(first, second))
            return true;
        if (Silent)
            return false;
        foreach (string step in rule.First[..^1])
            _path.Enter(default, step, 0);
        FailMember("x-constraints", rule.First[^1], Sentences.Area(rule, first, second));
        foreach (string step in rule.First[..^1])
            _path.Leave();
        return false;
    }

    private static bool TryGetNumber(Slot value, string[] path, out Slot number)
    {
        number = default;
        foreach (string step in path)
        {
            if (Instance.TypeOf(value) != SchemaTypes.Object || !Instance.TryGetMember(value, step, out value))
                return false;
            value = Instance.Normalise(value);
        }

        number = value;
        return Instance.TypeOf(value) == SchemaTypes.Number && Instance.IsFinite(value);
    }
}
