using System.Collections;
using System.Reflection;

namespace ModelCards.Runtime.Tests.Secrecy;

/// <summary>What a debugger or a log would print of an object and of everything of ours that it holds, however hidden.</summary>
internal static class StateDump
{
    private const int MostObjects = 100_000;

    public static IReadOnlyList<string> Of(params object?[] roots)
    {
        var texts = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var left = new Stack<object?>(roots);
        while (left.TryPop(out object? item) && seen.Count < MostObjects)
        {
            if (item is null or string or Pointer || !seen.Add(item))
                continue;
            texts.Add($"{item.GetType()}: {item}");
            if (item is IEnumerable items and not Stream)
            {
                foreach (object? one in items)
                    left.Push(one);
            }

            if (item.GetType().Assembly.GetName().Name!.StartsWith("ModelCards", StringComparison.Ordinal))
            {
                foreach (object? value in Values(item))
                    left.Push(value);
            }
        }

        return texts;
    }

    private static IEnumerable<object?> Values(object item)
    {
        for (Type? type = item.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsByRefLike && !field.FieldType.IsPointer)
                    yield return field.GetValue(item);
            }
        }
    }
}
