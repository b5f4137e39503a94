using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Judges texts that become a UUID or a URI on their way into a request.</summary>
internal static class FormatCheck
{
    private const string Parts = "-._~:/?#[]@!$&'()*+,;=%";

    public static Diagnostic? Judge(IOperation value, ConstantReader constants) => value switch
    {
        IObjectCreationOperation { Type: { Name: "Guid", ContainingNamespace.Name: "System" }, Arguments.Length: 1 } guid => Uuid(guid.Arguments[0], constants),
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType: { Name: "Guid", ContainingNamespace.Name: "System" } } } parse =>
            Uuid(parse.Arguments[0], constants),
        IObjectCreationOperation { Type: { Name: "Uri", ContainingNamespace.Name: "System" }, Arguments: { Length: 1 or 2 } arguments }
            when arguments[0].Parameter?.Type.SpecialType == SpecialType.System_String && (arguments.Length == 1 || arguments[1].Parameter?.Type.Name == "UriKind") =>
            AbsoluteUri(arguments[0], constants),
        IInvocationOperation { TargetMethod: { Name: "FromUrl" or "FromUuid", ContainingType: { Name: "MediaInput", ContainingNamespace.Name: "ModelCards" } } } media =>
            media.TargetMethod.Parameters[0].Type.SpecialType == SpecialType.System_String
                ? AbsoluteUri(media.Arguments[0], constants)
                : Judge(ConstantReader.WithoutConversions(media.Arguments[0].Value), constants),
        _ => null,
    };

    private static Diagnostic? Uuid(IArgumentOperation argument, ConstantReader constants) =>
        constants.Read(argument.Value)?.Value is string text && !Guid.TryParse(text, out _)
            ? Finding.Of(UsageDescriptors.NotAUuid, argument.Value.Syntax.GetLocation(), TextCheck.Short(text))
            : null;

    private static Diagnostic? AbsoluteUri(IArgumentOperation argument, ConstantReader constants) =>
        constants.Read(argument.Value)?.Value is string text && WhyNoUri(text) is { } reason
            ? Finding.Of(UsageDescriptors.NotAUri, argument.Value.Syntax.GetLocation(), TextCheck.Short(text), reason)
            : null;

    /// <summary>Only what is wrong for certain: letters beyond ASCII are escaped at run time, and so are not looked at.</summary>
    private static string? WhyNoUri(string text)
    {
        if (text.Any(c => c > '\x7f'))
            return null;
        if (!HasScheme(text))
            return "it has no scheme, such as https:";
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && Parts.IndexOf(c) < 0)
                return c == ' ' ? "it has a blank, which is written %20" : $"it has the character '{c}', which must be escaped";
        }

        return HasBrokenEscape(text) ? "it has a % without two hexadecimal digits" : null;
    }

    private static bool HasScheme(string text)
    {
        int colon = text.IndexOf(':');
        return colon > 0 && char.IsLetter(text[0]) && text.Take(colon).All(c => char.IsLetterOrDigit(c) || c is '+' or '.' or '-');
    }

    private static bool HasBrokenEscape(string text)
    {
        for (int i = text.IndexOf('%'); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !Uri.IsHexDigit(text[i + 1]) || !Uri.IsHexDigit(text[i + 2]))
                return true;
        }

        return false;
    }
}
