using Microsoft.AspNetCore.Http;
using ModelCards.Emulator.Incoming;

namespace ModelCards.Emulator.Http;

/// <summary>Reads the tasks out of a request.</summary>
internal static class BodyReader
{
    public static async Task<TaskArray> ReadAsync(HttpRequest request, EmulatorLimits limits, CancellationToken cancellationToken)
    {
        // Without it, any web page could post here: only this type makes a browser ask first.
        if (!request.HasJsonContentType())
            return TaskArray.Wrong("The Content-Type must be application/json.");
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[64 * 1024];
        bool isTooLong = request.ContentLength > limits.MaxBodyBytes;
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            // The rest is read and dropped: a client that is still sending would not see the answer.
            isTooLong = isTooLong || buffer.Length + read > limits.MaxBodyBytes;
            if (!isTooLong)
                buffer.Write(chunk, 0, read);
        }

        request.HttpContext.FindRecorder()?.Received(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        return isTooLong
            ? TaskArray.Wrong($"The body is longer than {limits.MaxBodyBytes} bytes.")
            : TaskArray.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), limits);
    }
}
