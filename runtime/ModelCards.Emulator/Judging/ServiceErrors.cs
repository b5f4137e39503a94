using System.Text.RegularExpressions;
using ModelCards.Cards;
using ModelCards.Emulator.Errors;
using ModelCards.Validation;

namespace ModelCards.Emulator.Judging;

/// <summary>Turns a card's errors into the service's.</summary>
internal static partial class ServiceErrors
{
    public static ServiceError From(ValidationError error, ModelCard card, string taskType, string? taskUuid)
    {
        string name = Index().Replace(error.Parameter, "");
        CardParameter? parameter = card.Find(name);
        string[] parameters = ParametersAtFault(error, card, name);
        return new ServiceError(CodeOf(error, name), MessageOf(error, card))
        {
            Parameters = parameters,
            Type = parameters.Length == 1 && parameter is { Type.Length: > 0 } ? parameter.Type : null,
            TaskType = taskType,
            TaskUuid = taskUuid,
            Documentation = DocumentationLinks.To(card, parameters.FirstOrDefault()),
            AllowedValues = error.Keyword is "enum" or "const" ? parameter?.AllowedValues ?? [] : [],
        };
    }

    private static string CodeOf(ValidationError error, string name) => error.Keyword switch
    {
        "required" or "dependentRequired" => ErrorCodes.MissingParameter,
        "additionalProperties" or "propertyNames" or "false" => ErrorCodes.UnsupportedParameter,
        "minLength" or "maxLength" when name == "positivePrompt" => ErrorCodes.InvalidPositivePromptLength,
        "minItems" => ErrorCodes.ArrayTooSmall,
        _ => ErrorCodes.InvalidParameter,
    };

    // The card's own sentence about an unknown name tells a C# user what to do; it is no word of a service.
    private static string MessageOf(ValidationError error, ModelCard card) =>
        error.Keyword == "additionalProperties" ? $"{error.Parameter} is not a parameter of {card.Name}." : error.Message;

    /// <summary>A rule between parameters is reported at the object that holds them; its sentence names them.</summary>
    private static string[] ParametersAtFault(ValidationError error, ModelCard card, string name)
    {
        bool isRule = error.Keyword is "not" or "if" or "allOf" or "anyOf" or "oneOf" or "x-constraints";
        string container = error.Keyword == "x-constraints" ? name[..Math.Max(0, name.LastIndexOf('.'))] : name;
        IEnumerable<string> words = isRule ? Word().Matches(error.Message).Select(word => Nested(container, word.Value)) : [];
        string[] named = [.. words.Where(word => card.Find(word) is not null).Distinct()];
        return named.Length > 0 ? named : name.Length > 0 ? [name] : [];
    }

    private static string Nested(string container, string name) =>
        container.Length == 0 || name.StartsWith(container + ".", StringComparison.Ordinal) ? name : $"{container}.{name}";

    [GeneratedRegex(@"\[\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Index();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
