using System.Globalization;
using System.Text;

namespace ModelCards.Emulator.Faults;

/// <summary>Faults as text, for the command line: <c>lose-reply:task=imageInference:skip=2:times=3:probability=0.25</c>; a delay is in seconds.</summary>
public static class FaultText
{
    private static readonly Dictionary<string, FaultKind> Kinds = Enum.GetValues<FaultKind>().ToDictionary(NameOf);

    /// <summary>Reads a fault.</summary>
    /// <param name="text">The kind, and what is not to be as usual.</param>
    /// <exception cref="FormatException">The text is no fault.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number has no sense.</exception>
    public static Fault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':');
        if (!Kinds.TryGetValue(parts[0], out FaultKind kind))
            throw new FormatException($"'{parts[0]}' is no fault; there are {string.Join(", ", Kinds.Keys)}.");
        var fault = new Fault(kind);
        foreach (string part in parts.AsSpan(1))
        {
            fault = With(fault, part.Split('=', 2)) ?? throw new FormatException(
                $"'{part}' in the fault '{text}' is not of the form name=value with task, skip, times, probability or delay.");
        }

        return FaultSwitchboard.Checked(fault);
    }

    /// <summary>Writes a fault as <see cref="Parse"/> reads it.</summary>
    /// <param name="fault">The fault.</param>
    public static string Of(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var text = new StringBuilder(NameOf(fault.Kind));
        if (fault.TaskType is not null)
            text.Append(CultureInfo.InvariantCulture, $":task={fault.TaskType}");
        if (fault.Skip != 0)
            text.Append(CultureInfo.InvariantCulture, $":skip={fault.Skip}");
        if (fault.Times != 1)
            text.Append(CultureInfo.InvariantCulture, $":times={fault.Times}");
        if (fault.Probability < 1)
            text.Append(CultureInfo.InvariantCulture, $":probability={fault.Probability}");
        if (fault.Delay > TimeSpan.Zero)
            text.Append(CultureInfo.InvariantCulture, $":delay={fault.Delay.TotalSeconds}");
        return text.ToString();
    }

    private static Fault? With(Fault fault, string[] pair) => pair switch
    {
        ["task", { Length: > 0 } type] => fault with { TaskType = type },
        ["skip", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out int skip) => fault with { Skip = skip },
        ["times", "always"] => fault with { Times = int.MaxValue },
        ["times", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out int times) => fault with { Times = times },
        ["probability", var text] when double.TryParse(text, CultureInfo.InvariantCulture, out double probability) =>
            fault with { Probability = probability },
        ["delay", var text] when double.TryParse(text, CultureInfo.InvariantCulture, out double seconds) && Math.Abs(seconds) < int.MaxValue =>
            fault with { Delay = TimeSpan.FromSeconds(seconds) },
        _ => null,
    };

    // "LoseReply" is lose-reply.
    internal static string NameOf(FaultKind kind) => string.Concat(kind.ToString().Select(
        (letter, index) => char.IsUpper(letter) ? $"{(index > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
