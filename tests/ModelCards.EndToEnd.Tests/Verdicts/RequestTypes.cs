using System.Reflection;
using ModelCards.Cards;
using ModelCards.Requests;

namespace ModelCards.EndToEnd.Tests.Verdicts;

/// <summary>The generated request types, by the slug of their card.</summary>
internal static class RequestTypes
{
    private static readonly Dictionary<string, Type> Types = new[] { typeof(Runware.RunwareCards).Assembly, typeof(RequestTypes).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsSubclassOf(typeof(ModelRequest)) && CardProperty(type) is not null)
        .ToDictionary(type => CardOf(type).Slug);

    public static IEnumerable<string> Slugs => Types.Keys.Order(StringComparer.Ordinal);

    public static Type Of(string slug) => Types[slug];

    public static ModelCard CardOf(string slug) => CardOf(Types[slug]);

    private static ModelCard CardOf(Type type) => (ModelCard)CardProperty(type)!.GetValue(null)!;

    private static PropertyInfo? CardProperty(Type type) => type.GetProperty("Card", BindingFlags.Public | BindingFlags.Static);
}
