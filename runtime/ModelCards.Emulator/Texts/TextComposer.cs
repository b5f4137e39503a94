using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Emulator.Pictures;

namespace ModelCards.Emulator.Texts;

/// <summary>Writes a few sentences about the words of a prompt: the same for the same prompt and seed. No AI model thinks of them.</summary>
internal static class TextComposer
{
    private const int ReadCharacters = 2_000;
    private const int LongestWord = 40;
    private const int MostWords = 8;

    private static readonly string[] Openings =
    [
        "You asked about {0}, and there is a lot to say.",
        "Let us begin with {0}.",
        "A good question about {0}: here is how I would look at it.",
        "In short, it comes down to {0}.",
    ];

    private static readonly string[] Middles =
    [
        "Think of {0} first, since {1} follows from it.",
        "Between {0} and {1} there is a difference that is easy to miss.",
        "Many people start with {1}; I would take {0} before it.",
        "The more you look at {0}, the more {1} matters.",
        "{0} is one half of it, and {1} is the other.",
        "Nothing about {0} is a secret — it only takes time.",
    ];

    private static readonly string[] Endings =
    [
        "If you want, I can say more about {0}.",
        "That is what I would try with {0} today.",
        "Tell me what you think of {0}, and we go on from there.",
    ];

    private static readonly string[] Thoughts =
    [
        "The user speaks of {0}.",
        "What matters here is {1}.",
        "I should be brief about {0}.",
        "First {0}, then {1}.",
        "An example of {1} would help.",
    ];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="task">The task.</param>
    /// <param name="index">Which of its results; each is another text.</param>
    public static WrittenText Write(TextTask task, int index)
    {
        string prompt = task.Prompt.Length > ReadCharacters ? task.Prompt[..ReadCharacters] : task.Prompt;
        string[] words = WordsOf(prompt);
        var random = new SceneRandom(prompt, unchecked(task.Seed + index));
        string reasoning = task.Thinks ? Join([Pick(Thoughts[..2]), Pick(Thoughts[2..]), Pick(Thoughts)]) : "";
        string text = Join([Fill(Openings, words[0]), .. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Pick(Middles)), Pick(Endings)]);
        if (task.IsJson)
            text = $"{{\"answer\": {JsonSerializer.Serialize(text, Plain)}}}";

        foreach (string stop in task.StopSequences.Where(stop => stop.Length > 0))
            text = text.IndexOf(stop, StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;
        IReadOnlyList<string> pieces = WrittenText.Split(text);
        bool isTooLong = pieces.Count > task.MaxTokens;
        if (isTooLong)
            pieces = [.. pieces.Take(task.MaxTokens!.Value)];
        return new WrittenText(pieces, WrittenText.Split(reasoning), isTooLong ? "length" : "stop", task.PromptTokens);

        string Pick(string[] sentences) => Fill(sentences, words[random.Next(0, words.Length - 1)]);

        string Fill(string[] sentences, string word)
        {
            string sentence = sentences[random.Next(0, sentences.Length - 1)];
            string other = words[random.Next(0, words.Length - 1)];
            string filled = sentence.Replace("{0}", word, StringComparison.Ordinal).Replace("{1}", other, StringComparison.Ordinal);
            return char.ToUpperInvariant(filled[0]) + filled[1..];
        }
    }

    private static string Join(IEnumerable<string> sentences) => string.Join(' ', sentences);

    private static string[] WordsOf(string prompt)
    {
        string letters = string.Concat(prompt.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
        IEnumerable<string> candidates = letters.Split(' ').Where(word => word.Length is > 3 and <= LongestWord).Distinct();
        // Long words most often say what it is about.
        string[] words = [.. candidates.OrderByDescending(word => word.Length).Take(MostWords)];
        return words.Length > 0 ? words : ["this"];
    }
}
