using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>Turns files into specs. Whatever a file holds, the answer is a spec or the reasons why there is none.</summary>
internal static class ModelCardParser
{
    public static Result<RequestSpec> ParseCard(CardFile file, SharedDefinitions shared, string @namespace)
    {
        var diagnostics = new DiagnosticBag();
        RequestSpec? spec = null;
        try
        {
            spec = Parse(file, shared, @namespace, diagnostics);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A defect of ours must cost this card only, and say so.
            diagnostics.Report(DiagnosticDescriptors.InternalError, file.Locate(0, 0), $"{error.GetType().Name}: {error.Message}");
        }

        return Finish(spec, file, diagnostics);
    }

    public static Result<SharedSpec> ParseShared(CardFile file, SharedDefinitions shared, string @namespace)
    {
        var diagnostics = new DiagnosticBag();
        SharedSpec? spec = null;
        try
        {
            spec = ParseDefinitions(file, shared, @namespace, diagnostics);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            diagnostics.Report(DiagnosticDescriptors.InternalError, file.Locate(0, 0), $"{error.GetType().Name}: {error.Message}");
        }

        return Finish(spec, file, diagnostics);
    }

    private static RequestSpec? Parse(CardFile file, SharedDefinitions shared, string @namespace, DiagnosticBag diagnostics)
    {
        if (SchemaReader.Read(file, diagnostics) is not { } root || CardDocument.Find(root, diagnostics) is not { } document)
            return null;
        var resolver = new ReferenceResolver(shared, diagnostics);
        resolver.Add(root);
        JsonNode task = new ReferenceInliner(resolver, file, diagnostics).Inline(document.Task);
        new KeywordChecker(diagnostics).Check(task);
        new PointerChecker(diagnostics, task).Check();
        if (diagnostics.HasErrors)
            return null;
        if (task["properties"] is not { Members.Count: > 0 })
        {
            diagnostics.Report(DiagnosticDescriptors.NotACard, file.Locate(root.Start, root.Start + 1), "the task declares no properties");
            return null;
        }

        string name = document.CSharpName ?? Words.Pascal(file.Slug);
        var shapes = new ShapeReader(name);
        EquatableArray<MemberSpec> members = shapes.ReadMembers(task, name + "Request", isRequest: true);
        string? description = document.Description is { } markdown ? Markdown.ToPlainText(markdown) : null;
        return new RequestSpec
        {
            Namespace = @namespace,
            Name = name,
            Slug = file.Slug,
            Docs = DocText.Summary(Describe(document.Title ?? file.Slug, description)),
            ResultType = task["properties"]!["taskType"]?["const"]?.Text == "imageInference" ? "ImageInferenceResult" : "TaskResult",
            Schema = SchemaText.Of(task, document.Title, description),
            Members = members,
            Types = shapes.Types.ToEquatableArray(),
        };
    }

    private static SharedSpec? ParseDefinitions(CardFile file, SharedDefinitions shared, string @namespace, DiagnosticBag diagnostics)
    {
        if (SchemaReader.Read(file, diagnostics) is not { } root)
            return null;
        var resolver = new ReferenceResolver(shared, diagnostics);
        resolver.Add(root);
        var inliner = new ReferenceInliner(resolver, file, diagnostics);
        var checker = new KeywordChecker(diagnostics);
        var shapes = new ShapeReader("");
        foreach (JsonMember definition in root["$defs"]!.Members)
        {
            JsonNode schema = inliner.Inline(definition.Value);
            checker.Check(schema);
            if (!diagnostics.HasErrors)
                shapes.ReadDefinition(definition.Name, schema);
        }

        return diagnostics.HasErrors ? null : new SharedSpec { Namespace = @namespace, Name = Words.Pascal(file.Slug), Types = shapes.Types.ToEquatableArray() };
    }

    private static string Describe(string title, string? description) => $"A request to {title}.{(description is null ? "" : " " + description)}";

    /// <summary>What is wrong with a shared file is reported there, once, and not again by every card that refers to it.</summary>
    private static Result<T> Finish<T>(T? spec, CardFile file, DiagnosticBag diagnostics)
        where T : class, IEquatable<T> =>
        new(file.Path, diagnostics.HasErrors ? null : spec, diagnostics.ToArray().Where(diagnostic => diagnostic.Location.Path == file.Path).ToEquatableArray());
}
