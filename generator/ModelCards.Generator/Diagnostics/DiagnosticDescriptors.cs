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

    public static readonly DiagnosticDescriptor EmptyRange = Error(
        id: DiagnosticIds.EmptyRange,
        title: "Minimum is above maximum",
        message: "From {0} to {1} there is no {2}, so no value could ever be valid",
        description: "A lower bound must leave something below the upper one.");

    public static readonly DiagnosticDescriptor UnreachableStep = Error(
        id: DiagnosticIds.UnreachableStep,
        title: "No value in range meets the step",
        message: "No multiple of {0} lies from {1} to {2}, so no value could ever be valid",
        description: "The values of multipleOf count from 0, not from the minimum.");

    public static readonly DiagnosticDescriptor DefaultOutside = Warning(
        id: DiagnosticIds.DefaultOutside,
        title: "Default breaks its own constraints",
        message: "The default {0} is not a value that the card allows here: {1}",
        description: "A default is shown to users and never sent; one that the card itself refuses misleads them.");

    public static readonly DiagnosticDescriptor DuplicateValue = Warning(
        id: DiagnosticIds.DuplicateValue,
        title: "Value is listed twice",
        message: "The value {0} is listed twice; remove one of them",
        description: "Under enum the second changes nothing; under oneOf it makes the value match twice, which refuses it.");

    public static readonly DiagnosticDescriptor ClashingNames = Info(
        id: DiagnosticIds.ClashingNames,
        title: "Two names of a card are one in C#",
        message: "'{0}' and '{1}' both become '{2}' in C#, so a number is put behind the second; give it an \"x-csharp-name\" where it can take one",
        description: "C# names are made of letters and digits alone, so signs and cases that tell JSON names apart are lost.");

    public static readonly DiagnosticDescriptor UnjudgedFormat = Warning(
        id: DiagnosticIds.UnjudgedFormat,
        title: "Format is not judged",
        message: "The format '{0}' is not judged, only uuid and uri are; say it with pattern, or leave it to the service and suppress this",
        description: "To JSON Schema a format informs unless both sides agree to judge it.");

    private static DiagnosticDescriptor Error(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, string description, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        category: "ModelCard",
        severity,
        isEnabledByDefault: true,
        description,
        helpLinkUri: $"https://github.com/modelcards/modelcards/blob/main/generator/docs/rules/{id}.md");
}
