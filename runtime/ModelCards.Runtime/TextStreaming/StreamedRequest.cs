using System.Globalization;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.Schemas;
using ModelCards.Validation;

namespace ModelCards.TextStreaming;

/// <summary>Makes a request one for a stream.</summary>
internal static class StreamedRequest
{
    private const string Delivery = "deliveryMethod";
    private const string Stream = "stream";
    private const string Results = "numberResults";

    /// <summary>The request with <c>deliveryMethod</c> stream.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isUnchecked">Whether the card is not asked.</param>
    /// <exception cref="RequestValidationException">It is no request for a stream, or the card does not accept it.</exception>
    public static ModelRequest Of(ModelRequest<TextInferenceResult> request, bool isUnchecked)
    {
        ModelRequest streamed = request.With(Delivery, Stream);
        ValidationError[] errors = [.. Contradictions(request), .. isUnchecked ? [] : streamed.Validate().Errors];
        new ValidationResult(errors).ThrowIfInvalid();
        return streamed;
    }

    private static IEnumerable<ValidationError> Contradictions(ModelRequest request)
    {
        Slot delivery = Find(request, Delivery);
        if (delivery.Kind != SlotKind.None && delivery is not { Kind: SlotKind.Text, Reference: Stream })
            yield return Error(Delivery, "const", delivery, $"{Delivery} must be {Stream}, or left out, where a text is streamed");
        Slot results = Find(request, Results);
        if (results.Kind == SlotKind.Integer && results.Low > 1)
            yield return Error(Results, "maximum", results, $"{Results} must be 1, or left out, where a text is streamed");
    }

    private static Slot Find(ModelRequest request, string name)
    {
        int index = request.Layout.IndexOf(name);
        return index >= 0 ? Instance.Normalise(request.Slots[index])
            : request.ExtraMembers.TryGetValue(name, out var extra) ? Slot.FromJson(extra)
            : default;
    }

    private static ValidationError Error(string name, string keyword, Slot value, string sentence)
    {
        string shown = value.Kind == SlotKind.Integer
            ? value.Low.ToString(CultureInfo.InvariantCulture)
            : value.Reference?.ToString() ?? value.Kind.ToString();
        string message = $"{sentence}, but is {shown}; {nameof(RunwareClient.RunAsync)} sends it as it is.";
        return new ValidationError($"/{name}", name, keyword, shown, message);
    }
}
