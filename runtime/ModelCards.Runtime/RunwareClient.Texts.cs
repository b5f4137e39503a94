using ModelCards.Errors;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.TextStreaming;
using ModelCards.Transport.Delivery;
using ModelCards.Validation;

namespace ModelCards;

public sealed partial class RunwareClient
{
    /// <summary>Has a text written and gives it word by word, as the model writes it.</summary>
    /// <remarks>
    /// Texts are streamed over HTTP, whatever the <see cref="RunwareClientOptions.Endpoint"/>: see
    /// <see cref="RunwareClientOptions.StreamingEndpoint"/>. The request is sent with <c>deliveryMethod</c> stream, and not before the
    /// stream is read. Where it was turned away, or no answer came, it is sent again as other requests are, under the same task UUID; once
    /// an answer has begun it is not.
    /// </remarks>
    /// <param name="request">The request: one to a model that writes texts, for one result.</param>
    /// <param name="cancellationToken">Stops reading. A task that was sent may be carried out and charged all the same.</param>
    /// <returns>
    /// The stream, which is read once. Reading throws a <see cref="RunwareException"/> where the task fails or its stream breaks off.
    /// </returns>
    /// <exception cref="RequestValidationException">
    /// The card does not accept the request, or it is for several results or another delivery; nothing is sent.
    /// </exception>
    public StreamedText StreamTextAsync(ModelRequest<TextInferenceResult> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ModelRequest streamed = StreamedRequest.Of(request, _sendUnchecked);
        Guid uuid = streamed.ExplicitTaskUuid ?? Guid.NewGuid();
        var parts = new TextParts(uuid, streamed.SourceCard.TaskType ?? "");
        return new StreamedText(uuid, parts, readerToken =>
        {
            var counts = new StateCounts(1);
            var task = new PendingTask(streamed, uuid, ResultTypes.Create<TextInferenceResult>)
            {
                Counts = counts, Log = _sendingLog.IsOn ? _sendingLog : null,
            };
            var delivery = new TextDelivery(new PendingBatch([task], counts, null, _logger), parts, _texts);
            return delivery.ReadAsync(cancellationToken).GetAsyncEnumerator(readerToken);
        });
    }
}
