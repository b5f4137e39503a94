using System.IO.Pipelines;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.WebSockets;

/// <summary>Something to send; what it holds is made when it leaves.</summary>
internal sealed record Frame(Func<PipeWriter, CancellationToken, Task> WriteAsync)
{
    public static Frame Of(Reply reply) => new((output, cancellationToken) => Envelope.WriteAsync(output, reply, cancellationToken));

    public static Frame Of(byte[] bytes) => new((output, cancellationToken) => output.WriteAsync(bytes, cancellationToken).AsTask());
}
