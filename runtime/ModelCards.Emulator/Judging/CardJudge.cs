using System.Text.Json;
using ModelCards.Cards;

namespace ModelCards.Emulator.Judging;

/// <summary>
/// Finds the card for a task: the cards of its model, else those that take any model. Of several, one that accepts the
/// task is enough; when none does, the one with the fewest errors speaks.
/// </summary>
internal sealed class CardJudge(IReadOnlyList<ModelCard> cards)
{
    /// <summary>Names of the models that have cards of their own.</summary>
    public IEnumerable<string> Models(string taskType) => OfType(taskType).Select(card => card.Air).OfType<string>().Distinct();

    /// <summary>The verdict; null when no card takes the model.</summary>
    public Verdict? Judge(string taskType, JsonElement task)
    {
        bool namesModel = task.TryGetProperty("model", out JsonElement value) && value.ValueKind == JsonValueKind.String;
        string? model = namesModel ? value.GetString() : null;
        ModelCard[] candidates = [.. OfType(taskType).Where(card => card.Air is not null && card.Air == model)];
        if (candidates.Length == 0)
            candidates = [.. OfType(taskType).Where(card => card.Air is null)];
        // Without a card for any model, a task that names none still learns what it lacks.
        if (candidates.Length == 0 && model is null)
            candidates = [.. OfType(taskType)];

        Verdict? best = null;
        foreach (ModelCard card in candidates)
        {
            var verdict = new Verdict(card, card.Validate(task).Errors);
            if (best is null || verdict.Errors.Count < best.Errors.Count)
                best = verdict;
            if (best.Errors.Count == 0)
                break;
        }

        return best;
    }

    private IEnumerable<ModelCard> OfType(string taskType) => cards.Where(card => card.TaskType is null || card.TaskType == taskType);
}
