using Microsoft.CodeAnalysis;

namespace ModelCards.Generator.Diagnostics;

/// <summary>Every diagnostic about code that uses cards, once.</summary>
internal static class UsageDescriptors
{
    public static readonly DiagnosticDescriptor OutOfRange = Error(
        id: UsageIds.OutOfRange,
        title: "Value is out of range",
        message: "{0} must be {1}, but is {2}",
        description: "The card bounds the parameter, and the service refuses what is beyond.");

    public static readonly DiagnosticDescriptor OffStep = Error(
        id: UsageIds.OffStep,
        title: "Value is off step",
        message: "{0} must be a multiple of {1}, but is {2}; nearest {3}",
        description: "The card sets a step for the parameter; it is judged in decimal, so 0.01 is exact.");

    public static readonly DiagnosticDescriptor WrongLength = Error(
        id: UsageIds.WrongLength,
        title: "Text is too short or too long",
        message: "{0} must have {1}, but has {2}",
        description: "Lengths are counted in code points, as JSON Schema does.");

    public static readonly DiagnosticDescriptor PatternMismatch = Error(
        id: UsageIds.PatternMismatch,
        title: "Text does not match its pattern",
        message: "{0} must match {1}",
        description: "The card gives the parameter a pattern, an ECMAScript regular expression.");

    public static readonly DiagnosticDescriptor NotAUuid = Error(
        id: UsageIds.NotAUuid,
        title: "Text is not a UUID",
        message: "'{0}' is not a UUID: it must have 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12",
        description: "The text becomes a Guid at run time, which throws.");

    public static readonly DiagnosticDescriptor NotAUri = Error(
        id: UsageIds.NotAUri,
        title: "Text is not an absolute URI",
        message: "'{0}' is not an absolute URI: {1}",
        description: "The service takes absolute URIs only, such as https://example.com/image.png.");

    public static readonly DiagnosticDescriptor NotAnAir = Error(
        id: UsageIds.NotAnAir,
        title: "Text is not an AIR",
        message: "'{0}' is not an AIR, which names a model, such as runware:101@1 or civitai:132942@146296",
        description: "An AIR is a source, a colon, and the model with its version.");

    public static readonly DiagnosticDescriptor WrongItemCount = Error(
        id: UsageIds.WrongItemCount,
        title: "List has too few or too many items",
        message: "{0} must have {1}, but has {2}",
        description: "The card bounds the number of items.");

    public static readonly DiagnosticDescriptor NotAllowed = Error(
        id: UsageIds.NotAllowed,
        title: "Value is not in its closed set",
        message: "{0} cannot be {1}; allowed: {2}",
        description: "The card lists every value that the parameter can have.");

    public static readonly DiagnosticDescriptor MutuallyExclusive = Error(
        id: UsageIds.MutuallyExclusive,
        title: "Parameters exclude each other",
        message: "{0} exclude each other; remove one of them",
        description: "The card allows only one of the parameters in a request.");

    public static readonly DiagnosticDescriptor PartnerMissing = Error(
        id: UsageIds.PartnerMissing,
        title: "Parameter lacks its partner",
        message: "{0} needs {1}",
        description: "The card allows the parameter, or its value, only together with another one.");

    public static readonly DiagnosticDescriptor OutOfOrder = Error(
        id: UsageIds.OutOfOrder,
        title: "Value is on the wrong side of another one",
        message: "{0} must be {1} {2}, which is {3}, but is {4}",
        description: "The card bounds one number by another, such as an end by its start.");

    public static readonly DiagnosticDescriptor NotInTable = Error(
        id: UsageIds.NotInTable,
        title: "Combination is not in the card's table",
        message: "{0} cannot be {1} together; nearest {2}",
        description: "The card lists the combinations, such as sizes, that the model can make.");

    public static readonly DiagnosticDescriptor RuledOut = Error(
        id: UsageIds.RuledOut,
        title: "Another value rules this one out",
        message: "{0} cannot be together with {1}{2}",
        description: "The card allows the value only with certain values of another parameter.");

    public static readonly DiagnosticDescriptor NecessaryMissing = Error(
        id: UsageIds.NecessaryMissing,
        title: "Something that the card requires is missing",
        message: "{0} is missing: no request of this card is valid without it",
        description: "Build() throws when a required parameter was not set.");

    public static readonly DiagnosticDescriptor UnusedBuild = Warning(
        id: UsageIds.UnusedBuild,
        category: "ModelCard",
        title: "Result of Build() is not used",
        message: "Build() makes a request and nothing uses it; send it, keep it, or call Validate() to judge it",
        description: "A request does nothing until it is sent.");

    public static readonly DiagnosticDescriptor ApiKeyInSource = Warning(
        id: UsageIds.ApiKeyInSource,
        category: "Security",
        title: "API key is written in source code",
        message: "An API key in source code can be read by everyone who sees the code or the program; take it from configuration, "
            + "such as the environment variable RUNWARE_API_KEY",
        description: "Keys in source end up in repositories and in shipped assemblies.");

    private static DiagnosticDescriptor Error(string id, string title, string message, string description) =>
        Create(id, "ModelCard", title, message, DiagnosticSeverity.Error, description);

    private static DiagnosticDescriptor Warning(string id, string category, string title, string message, string description) =>
        Create(id, category, title, message, DiagnosticSeverity.Warning, description);

    private static DiagnosticDescriptor Create(
        string id, string category, string title, string message, DiagnosticSeverity severity, string description) => new(
            id,
            title,
            message,
            category,
            severity,
            isEnabledByDefault: true,
            description,
            helpLinkUri: $"https://github.com/modelcards/modelcards/blob/main/generator/docs/rules/{id}.md");
}
