using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Transport.Delivery;

namespace ModelCards.Webhooks;

/// <summary>Names one result or error of a task, so that a second delivery of it can be told from a new one.</summary>
/// <remarks>
/// <para>A result is named by its task and its own UUID (<c>imageUUID</c>, <c>videoUUID</c>, ..., that of its first file), so that the key
/// is the same whichever way it came. A result without one, such as a text, is named by all of its members.</para>
/// <para>An error is named by its task and all of its members: one task may have several of one code. Two that are alike in every
/// member, as when two images of a task fail in the same way, cannot be told from one that is delivered twice.</para>
/// </remarks>
public static class DeduplicationKey
{
    /// <summary>The key of a result.</summary>
    /// <param name="result">The result.</param>
    public static string Of(TaskResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ResultIdentities.Of(result.Members) is { } own
            ? $"{result.TaskUuid}/{own}"
            : $"{result.TaskUuid}/{ContentDigest.Of(result.Members)}";
    }

    /// <summary>The key of an error.</summary>
    /// <param name="error">The error.</param>
    public static string Of(ServiceError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return $"{error.TaskUuid ?? default}/error/{ContentDigest.Of(error.Members)}";
    }

    /// <summary>The key of several together, in whichever order they stand.</summary>
    internal static string Of(IEnumerable<string> keys)
    {
        string[] sorted = [.. keys.Distinct().Order(StringComparer.Ordinal)];
        return sorted is [var only] ? only : "several/" + ContentDigest.Of(sorted);
    }
}
