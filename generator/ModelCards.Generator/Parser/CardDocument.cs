using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Parser;

/// <summary>Finds the task in a file of any of the three accepted forms.</summary>
internal sealed record CardDocument(JsonNode Task, string? Title, string? Description, string? CSharpName, string? Status)
{
    private const string TaskPath = "components.schemas.RequestBody.items";

    private const string StatusKeyword = "x-status";

    private const string NoForm = "it has none of properties (a task object), openapi (Runware's document of a model), "
        + "requestSchema (a resolve document) or $defs alone (shared definitions)";

    /// <summary>Why a schema without references is not that of a task; null when it is.</summary>
    public static string? WhyNoTask(JsonNode task)
    {
        if (task["properties"] is not { Members.Count: > 0 })
            return "the task declares no properties";
        bool isObject = task["type"] is not { } type || type.Text == "object" || type.Items.Exists(item => item.Text == "object");
        return isObject ? null : "a task is an object, and its type says otherwise";
    }

    /// <summary>The task of the file; null when it is no card, which is then reported.</summary>
    public static CardDocument? Find(JsonNode root, DiagnosticBag diagnostics)
    {
        if (!root.IsObject)
            return Fail(root, "the file must hold a JSON object", diagnostics);
        if (root["openapi"] is not null)
            return FindInOpenApi(root, diagnostics);
        if (root["requestSchema"] is { } request)
        {
            return request.IsObject
                ? Of(request, root, diagnostics)
                : Fail(request, "requestSchema must be the schema of a task object", diagnostics);
        }

        return root["properties"] is not null
            ? Of(root, root, diagnostics)
            : Fail(root, NoForm, diagnostics);
    }

    private static CardDocument? FindInOpenApi(JsonNode root, DiagnosticBag diagnostics)
    {
        JsonNode node = root;
        foreach (string step in TaskPath.Split('.'))
        {
            if (node[step] is not { } next)
                return Fail(node, $"an OpenAPI document holds the task at {TaskPath}, and '{step}' is missing here", diagnostics);
            node = next;
        }

        if (!node.IsObject)
            return Fail(node, TaskPath + " must be the schema of a task object", diagnostics);
        JsonNode? info = root["info"];
        const string prefix = "Runware API - ";
        string? title = info?.TextOf("title");
        if (title?.StartsWith(prefix, StringComparison.Ordinal) == true)
            title = title.Substring(prefix.Length);
        string? description = info?.TextOf("description") ?? info?.TextOf("summary");
        return new CardDocument(node, title, description, NameOf(root, diagnostics) ?? node.TextOf("x-csharp-name"), info?.TextOf(StatusKeyword));
    }

    private static CardDocument Of(JsonNode task, JsonNode root, DiagnosticBag diagnostics) =>
        new(task, task.TextOf("title"), task.TextOf("description"), NameOf(root, diagnostics) ?? task.TextOf("x-csharp-name"), (root[StatusKeyword] is null ? task : root).TextOf(StatusKeyword));

    private static string? NameOf(JsonNode root, DiagnosticBag diagnostics)
    {
        const string keyword = "x-csharp-name";
        if (root[keyword] is { } name && !KeywordChecker.HasValue(name, KeywordValue.Identifier))
            diagnostics.Report(DiagnosticDescriptors.WrongKeywordValue, name, keyword, Keywords.Describe(KeywordValue.Identifier));
        return root.TextOf(keyword);
    }

    private static CardDocument? Fail(JsonNode node, string reason, DiagnosticBag diagnostics)
    {
        // The whole file is no help to the eye: its first line is.
        diagnostics.Report(DiagnosticDescriptors.NotACard, node.File.Locate(node.Start, node.Start + 1), reason);
        return null;
    }
}
