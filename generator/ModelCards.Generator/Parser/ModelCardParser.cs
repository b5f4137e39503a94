using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Parser.Rules;
using ModelCards.Generator.Specs;
using ModelCards.Results;

namespace ModelCards.Generator.Parser;

/// <summary>Turns files into specs. Whatever a file holds, the answer is a spec or the reasons why there is none.</summary>
internal static class ModelCardParser
{
    public static Result<RequestSpec> ParseCard(CardFile file, SharedDefinitions shared, string @namespace) =>
        Try(file, shared, diagnostics => Parse(file, shared, @namespace, diagnostics));

    public static Result<SharedSpec> ParseShared(CardFile file, SharedDefinitions shared, string @namespace) =>
        Try(file, shared, diagnostics => ParseDefinitions(file, shared, @namespace, diagnostics));

    private static RequestSpec? Parse(CardFile file, SharedDefinitions shared, string @namespace, DiagnosticBag diagnostics)
    {
        if (SchemaReader.Read(file, diagnostics) is not { } root || CardDocument.Find(root, diagnostics) is not { } document)
            return null;
        var resolver = new ReferenceResolver(shared, diagnostics);
        resolver.Add(root);
        JsonNode task = new ReferenceInliner(resolver, file, diagnostics).Inline(document.Task);
        new KeywordChecker(diagnostics).Check(task);
        if (diagnostics.HasErrors)
            return null;
        new PointerChecker(diagnostics, task).Check();
        if (CardDocument.WhyNoTask(task) is { } reason)
            diagnostics.Report(DiagnosticDescriptors.NotACard, file.Locate(document.Task.Start, document.Task.Start + 1), reason);
        if (diagnostics.HasErrors)
            return null;

        string name = document.CSharpName ?? Words.Pascal(file.Slug);
        var shapes = new ShapeReader(name, new TypeNames(name + "Request", name + "RequestBuilder", ProjectNames.CatalogOf(@namespace)));
        EquatableArray<MemberSpec> members = shapes.ReadMembers(task, name + "Request", isRequest: true);
        string? description = document.Description is { } markdown ? Markdown.ToPlainText(markdown) : null;
        return new RequestSpec
        {
            Namespace = @namespace,
            Name = name,
            Slug = file.Slug,
            Docs = DocText.Summary(Describe(document.Title ?? file.Slug, description)),
            ResultType = ResultTypeNames.Of(task["properties"]!["taskType"]?["const"]?.Text),
            Schema = SchemaText.Of(task, document.Title, description),
            Members = members,
            Marks = AttributeText.OfStatus(document.Status),
            Rules = RuleReader.Read(task, isRequest: true),
            Types = shapes.Types.ToEquatableArray(),
        };
    }

    private static SharedSpec? ParseDefinitions(CardFile file, SharedDefinitions shared, string @namespace, DiagnosticBag diagnostics)
    {
        if (SchemaReader.Read(file, diagnostics) is not { } root)
            return null;
        if (root["$defs"] is not { IsObject: true } definitions)
        {
            ReportValue(root["$defs"]!, "$defs", KeywordValue.NamedSchemas, diagnostics);
            return null;
        }

        var resolver = new ReferenceResolver(shared, diagnostics);
        resolver.Add(root);
        var inliner = new ReferenceInliner(resolver, file, diagnostics);
        var checker = new KeywordChecker(diagnostics);
        var names = new TypeNames(ProjectNames.CatalogOf(@namespace));
        var shapes = new ShapeReader("", names);
        foreach (JsonMember definition in definitions.Members)
        {
            // A bad definition costs the cards that use it, and no other.
            int reports = diagnostics.Reports;
            if (!KeywordChecker.HasValue(definition.Value, KeywordValue.Schema))
                ReportValue(definition.Value, definition.Name, KeywordValue.Schema, diagnostics);
            JsonNode schema = inliner.Inline(definition.Value);
            checker.Check(schema);
            if (diagnostics.Reports > reports)
                continue;
            shapes.ReadDefinition(new Definition(definition.Name, IsShared: true, definition.Value), schema);
            if (names.TakeConflicts().FirstOrDefault() is not { } name)
                continue;
            string what = $"A type of the definition '{definition.Name}'";
            LocationInfo place = file.Locate(definition.Start, definition.End);
            diagnostics.Report(DiagnosticDescriptors.NameCollision, place, what, "one that is there already", name);
        }

        return new SharedSpec { Namespace = @namespace, Name = Words.Pascal(file.Slug), Types = shapes.Types.ToEquatableArray() };
    }

    private static void ReportValue(JsonNode value, string name, KeywordValue expected, DiagnosticBag diagnostics) =>
        diagnostics.Report(DiagnosticDescriptors.WrongKeywordValue, value, name, Keywords.Describe(expected));

    private static string Describe(string title, string? description) =>
        $"A request to {title}.{(description is null ? "" : " " + description)}";

    private static Result<T> Try<T>(CardFile file, SharedDefinitions shared, Func<DiagnosticBag, T?> parse)
        where T : class, IEquatable<T>
    {
        var diagnostics = new DiagnosticBag();
        T? spec = Guard(file, diagnostics, parse);
        return new(file.Path, spec, Attribute(diagnostics, file, shared));
    }

    /// <summary>A defect of ours must cost this file only, and say so.</summary>
    private static T? Guard<T>(CardFile file, DiagnosticBag diagnostics, Func<DiagnosticBag, T?> parse)
        where T : class
    {
        try
        {
            return parse(diagnostics);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            diagnostics.Report(DiagnosticDescriptors.InternalError, file.Locate(0, 0), $"{error.GetType().Name}: {error.Message}");
            return null;
        }
    }

    /// <summary>
    /// What is wrong with a shared file is reported there, once, and not again by every card that refers to it. What is
    /// wrong only in the company of this file is reported at its reference.
    /// </summary>
    private static EquatableArray<DiagnosticInfo> Attribute(DiagnosticBag diagnostics, CardFile file, SharedDefinitions shared)
    {
        var own = new List<DiagnosticInfo>();
        var foreign = new Dictionary<string, DiagnosticBag>(StringComparer.Ordinal);
        foreach (Finding finding in diagnostics.Findings)
        {
            string path = finding.Info.Location.Path;
            if (path == file.Path)
            {
                own.Add(finding.Info);
                continue;
            }

            if (!foreign.TryGetValue(path, out DiagnosticBag there))
            {
                foreign[path] = there = new DiagnosticBag();
                if (shared.Find(path) is { } other)
                    Guard(other, there, bag => ParseDefinitions(other, shared, "", bag));
            }

            if (!there.Findings.Any(reported => reported.Info == finding.Info))
                own.Add(finding.Info with { Location = finding.Origin ?? file.Locate(0, 0) });
        }

        return own.Distinct().ToEquatableArray();
    }
}
