using Microsoft.CodeAnalysis;

namespace ModelCards.Generator.Diagnostics;

/// <summary>Every diagnostic, once.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor InvalidJson = Error(
        id: DiagnosticIds.InvalidJson,
        title: "Card is not valid JSON",
        message: "The card is not valid JSON: {0}",
        description: "A card is a JSON file. Comments and trailing commas are not JSON.");

    public static readonly DiagnosticDescriptor NotACard = Error(
        id: DiagnosticIds.NotACard,
        title: "File is not a model card",
        message: "This is not a model card: {0}",
        description: "A card is a JSON Schema of one task object, Runware's OpenAPI document of a model, or a resolve document.");

    public static readonly DiagnosticDescriptor UnsupportedKeyword = Error(
        id: DiagnosticIds.UnsupportedKeyword,
        title: "Keyword is not supported",
        message: "The keyword '{0}' is not supported, and skipping it would accept what the card forbids; {1}",
        description: "Every keyword that can refuse a request is either judged or reported. None is skipped.");

    public static readonly DiagnosticDescriptor WrongKeywordValue = Error(
        id: DiagnosticIds.WrongKeywordValue,
        title: "Keyword has a value of the wrong type",
        message: "'{0}' must be {1}",
        description: "JSON Schema says which values each keyword takes.");

    public static readonly DiagnosticDescriptor UnresolvedReference = Error(
        id: DiagnosticIds.UnresolvedReference,
        title: "Reference leads nowhere",
        message: "The reference '{0}' leads nowhere: {1}",
        description: "A $ref leads to a place in its own file (#/$defs/name) or to a file of shared definitions "
            + "(common/file.schema.json#/$defs/name).");

    public static readonly DiagnosticDescriptor CircularReference = Error(
        id: DiagnosticIds.CircularReference,
        title: "Reference leads back to itself",
        message: "The reference '{0}' leads back to itself; a request cannot be nested without end",
        description: "References are put in place of themselves, so they must end.");

    public static readonly DiagnosticDescriptor DuplicateProperty = Error(
        id: DiagnosticIds.DuplicateProperty,
        title: "Property is given twice",
        message: "The property '{0}' is given twice in one object; remove one of them",
        description: "JSON readers disagree on which of two equal names counts.");

    public static readonly DiagnosticDescriptor NameCollision = Error(
        id: DiagnosticIds.NameCollision,
        title: "Two names are one in C#",
        message: "{0} and {1} both become '{2}' in C#; rename one of them, or give it another \"x-csharp-name\"",
        description: "The C# name of a card comes from its file name, that of a shared type from its definition.");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        id: DiagnosticIds.TooLarge,
        title: "Card is too large or too deep",
        message: "The card is {0}",
        description: "Size and depth are bounded, so that no file can hang or crash the compiler.");

    public static readonly DiagnosticDescriptor UnresolvedPointer = Error(
        id: DiagnosticIds.UnresolvedPointer,
        title: "Pointer of a rule leads nowhere",
        message: "The pointer '{0}' of '{1}' leads nowhere: {2}",
        description: "x-minimum and its kin take a relative JSON pointer such as \"1/startStep\", or one from the request such as "
            + "\"/steps\", to a number.");

    public static readonly DiagnosticDescriptor UnusablePattern = Error(
        id: DiagnosticIds.UnusablePattern,
        title: "Pattern cannot be run",
        message: "The pattern '{0}' cannot be run: {1}",
        description: "Patterns are ECMAScript regular expressions.");

    public static readonly DiagnosticDescriptor UndeclaredRequired = Error(
        id: DiagnosticIds.UndeclaredRequired,
        title: "Required name is not declared",
        message: "'{0}' is required, but this closed object declares no such property, so no request could ever be valid",
        description: "A closed object refuses every member that it does not declare.");

    public static readonly DiagnosticDescriptor InternalError = Error(
        id: DiagnosticIds.InternalError,
        title: "Card could not be turned into code",
        message: "The generator failed on this card ({0}); please report it with the card",
        description: "A defect of the generator. Other cards are not affected.");

    private static DiagnosticDescriptor Error(string id, string title, string message, string description) => new(
        id,
        title,
        message,
        category: "ModelCard",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description,
        helpLinkUri: $"https://github.com/modelcards/modelcards/blob/main/generator/docs/rules/{id}.md");
}
