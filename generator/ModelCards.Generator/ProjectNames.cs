using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelCards.Generator;

/// <summary>Names that come from the project that the cards are in.</summary>
internal static class ProjectNames
{
    /// <summary>The namespace of generated code: ModelCardsNamespace, else RootNamespace, else the name of the assembly.</summary>
    public static string Namespace(AnalyzerConfigOptions options, string assembly)
    {
        foreach (string property in (string[])["build_property.ModelCardsNamespace", "build_property.RootNamespace"])
        {
            if (options.TryGetValue(property, out string? value) && value.Trim().Length > 0)
                return Legal(value.Trim());
        }

        return Legal(assembly);
    }

    /// <summary>Name of the class that lists the cards: the last word of the namespace, and Cards.</summary>
    public static string CatalogOf(string @namespace) => @namespace.Substring(@namespace.LastIndexOf('.') + 1).TrimStart('@') + "Cards";

    private static string Legal(string name) => string.Join(".", name.Split('.').Select(LegalPart));

    private static string LegalPart(string part)
    {
        string legal = new([.. part.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_')]);
        if (SyntaxFacts.GetKeywordKind(legal) != SyntaxKind.None)
            return "@" + legal;
        return legal.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(legal[0]) ? legal : "_" + legal;
    }
}
