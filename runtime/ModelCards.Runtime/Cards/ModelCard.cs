using System.ComponentModel;
using System.Text.Json;
using ModelCards.Requests;
using ModelCards.Schemas;
using ModelCards.Validation;

namespace ModelCards.Cards;

/// <summary>What a model card says, at run time and without reflection: enough for a UI to build its sliders from.</summary>
public sealed class ModelCard
{
    // How System.Text.Json marks what it throws at escapes that form no character.
    private const string UnreadableText = "System.Text.Json.Rethrowable";

    private readonly Schema _schema;

    private ModelCard(string slug, Schema schema)
    {
        Slug = slug;
        _schema = schema;
        Parameters = CardParameter.ListOf(schema, "");
        Air = FixedText("model");
        TaskType = FixedText("taskType");
    }

    /// <summary>Name of the schema file without its extension, such as <c>flux-1-dev-srpo</c>; unique among cards.</summary>
    public string Slug { get; }

    /// <summary>Name of the model, such as <c>FLUX.1 [dev] SRPO</c>.</summary>
    public string Name => _schema.Title ?? Slug;

    /// <summary>What the model is for.</summary>
    public string? Description => _schema.Description;

    /// <summary>AIR identifier of the model, such as <c>runware:111@1</c>; null for a card that takes any model.</summary>
    public string? Air { get; }

    /// <summary>Task type of its requests, such as <c>imageInference</c>; null where the card leaves it open.</summary>
    public string? TaskType { get; }

    /// <summary>The parameters in card order, constants included.</summary>
    public IReadOnlyList<CardParameter> Parameters { get; }

    /// <summary>Sizes that the card lists one by one, in card order, for a list in a user interface.</summary>
    /// <value>Empty where the card sets bounds instead. Rules may narrow the list further: <see cref="Validate(JsonElement)"/> decides.</value>
    public IReadOnlyList<CardSize> Sizes => field ??= SizeTable.Of(_schema);

    /// <summary>Finds a parameter by its dotted name, such as <c>controlNet.endStep</c>; null when the card has none.</summary>
    /// <param name="name">JSON name; names of nested parameters follow a dot.</param>
    public CardParameter? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        IReadOnlyList<CardParameter> level = Parameters;
        CardParameter? found = null;
        foreach (string step in name.Split('.'))
        {
            found = level.FirstOrDefault(parameter => parameter.Name == step);
            if (found is null)
                return null;
            level = found.Parameters;
        }

        return found;
    }

    /// <summary>Judges a task object that came as JSON.</summary>
    /// <param name="task">The task object.</param>
    /// <returns>All errors at once; none when the card accepts the task.</returns>
    public ValidationResult Validate(JsonElement task)
    {
        try
        {
            return Validate(Slot.FromJson(task));
        }
        catch (InvalidOperationException error) when (error.Source == UnreadableText)
        {
            return new ValidationResult([new ValidationError("", "", "type", null, "The request holds half of a surrogate pair, which JSON text cannot carry.")]);
        }
    }

    /// <summary>Reads a card from the schema that the generator put into the code; generated code calls it.</summary>
    /// <param name="slug">Name of the schema file.</param>
    /// <param name="schema">The schema: references resolved, keywords checked.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ModelCard FromSchema(string slug, ReadOnlySpan<byte> schema)
    {
        var reader = new Utf8JsonReader(schema, new JsonReaderOptions { MaxDepth = 256 });
        return new ModelCard(slug, SchemaReader.Read(JsonElement.ParseValue(ref reader)));
    }

    /// <summary>The name and the slug.</summary>
    public override string ToString() => $"{Name} ({Slug})";

    internal ValidationResult Validate(in Slot request) => SchemaEvaluator.Judge(_schema, request);

    private string? FixedText(string member) =>
        Parameters.FirstOrDefault(parameter => parameter.Name == member) is { IsConstant: true, AllowedValues: [{ ValueKind: JsonValueKind.String } value] }
            ? value.GetString()
            : null;
}
