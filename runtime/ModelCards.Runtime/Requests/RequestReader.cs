using System.Text.Json;

namespace ModelCards.Requests;

/// <summary>Reads generated types from JSON. Nothing is lost: a value of the wrong type is an error, an unknown member is kept.</summary>
internal static class RequestReader
{
    public static T Read<T>(JsonElement element)
        where T : RequestObject, IRequestObject<T>
    {
        T target = T.New();
        // What JSON does not say is absent, constants and task UUID included.
        Array.Clear(target.Slots);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            int index = target.Layout.IndexOf(member.Name);
            if (index < 0)
            {
                if (!(target.Extra ??= new ExtraMembers()).Values.TryAdd(member.Name, member.Value.Clone()))
                    throw Duplicate(member.Name);
                continue;
            }

            if (!target.Slots[index].IsAbsent)
                throw Duplicate(member.Name);
            target.Slots[index] = target.Layout.Types[index].Read(member.Value, member.Name);
        }

        return target;
    }

    private static JsonException Duplicate(string name) => new($"{name} is given twice.", name, null, null);
}
