using ModelCards.Cards;

namespace ModelCards.Emulator.Errors;

/// <summary>Where the service's documentation speaks of a parameter.</summary>
internal static class DocumentationLinks
{
    public const string Errors = "https://runware.ai/docs/platform/errors";
    public const string Polling = "https://runware.ai/docs/platform/task-polling";
    public const string Models = "https://runware.ai/docs/models";

    public static string To(ModelCard card, string? parameter)
    {
        if (card.Air is null)
            return Models;
        string page = $"{Models}/{card.Slug}";
        return parameter is null || card.Find(parameter) is null
            ? page
            : $"{page}#request-{parameter.Replace('.', '-').ToLowerInvariant()}";
    }
}
