using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ModelCards.CodeFixes;

/// <summary>One change of text: whatever is not changed stays as it is, down to its blanks.</summary>
internal static class TextEdit
{
    /// <summary>Offers a change. The key says what kind it is, for doing the same everywhere.</summary>
    public static void Offer(CodeFixContext context, Diagnostic diagnostic, string title, string key, TextSpan span, string text) =>
        context.RegisterCodeFix(
            CodeAction.Create(title, cancellation => Apply(context.Document, new TextChange(span, text), cancellation), key),
            diagnostic);

    /// <summary>Reads <c>start;length;rest</c>, as the analyzers write it.</summary>
    public static (TextSpan Span, string Text)? Parse(string? value)
    {
        string[] parts = value?.Split([';'], 3) ?? [];
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                ? (new TextSpan(start, length), parts[2])
                : null;
    }

    private static async Task<Document> Apply(Document document, TextChange change, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
