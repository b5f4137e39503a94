using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ModelCards.Results;

namespace ModelCards.Webhooks;

/// <summary>Digests JSON so that neither the order of members nor the way that texts are escaped changes the outcome.</summary>
internal static class ContentDigest
{
    private const int Bytes = 16;

    public static string Of(IReadOnlyDictionary<string, JsonElement> members)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, JsonElement value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            Add(hash, 'n', name);
            Add(hash, value);
        }

        return Shorten(hash.GetHashAndReset());
    }

    public static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in texts)
            Add(hash, 's', text);
        return Shorten(hash.GetHashAndReset());
    }

    private static string Shorten(byte[] hash) => Convert.ToHexString(hash, 0, Bytes).ToLowerInvariant();

    private static void Add(IncrementalHash hash, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when Members(value) is { } members:
                Add(hash, '{', members.Length);
                foreach ((string name, JsonElement member) in members)
                {
                    Add(hash, 'n', name);
                    Add(hash, member);
                }

                break;
            case JsonValueKind.Array:
                Add(hash, '[', value.GetArrayLength());
                foreach (JsonElement item in value.EnumerateArray())
                    Add(hash, item);
                break;
            case JsonValueKind.String when value.Text() is { } text:
                Add(hash, 's', text);
                break;
            default:
                Add(hash, 'r', value.GetRawText());
                break;
        }
    }

    // null where a name is no Unicode text: then the object counts as it is written.
    private static (string Name, JsonElement Value)[]? Members(JsonElement value)
    {
        try
        {
            IEnumerable<(string Name, JsonElement Value)> members = value.EnumerateObject().Select(member => (member.Name, member.Value));
            return [.. members.OrderBy(member => member.Name, StringComparer.Ordinal)];
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Add(IncrementalHash hash, char kind, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Add(hash, kind, bytes.Length);
        hash.AppendData(bytes);
    }

    // The length ahead of each part keeps neighbours apart.
    private static void Add(IncrementalHash hash, char kind, int length)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], length);
        hash.AppendData(head);
    }
}
