using System.Globalization;
using Microsoft.AspNetCore.Http;
using ModelCards.Emulator.Faults;

namespace ModelCards.Emulator.Http;

/// <summary>Makes faults happen over HTTP.</summary>
internal static class HttpFaults
{
    /// <summary>What goes wrong before the tasks are carried out. True when the request is over with it.</summary>
    public static async Task<bool> PreventAsync(Fault? fault, HttpContext context, TimeProvider clock)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Drop:
                context.Abort();
                return true;
            case FaultKind.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, context.RequestAborted).ConfigureAwait(false);
                return true;
            case FaultKind.TooManyRequests or FaultKind.Unavailable:
                if (fault.Delay > TimeSpan.Zero)
                    context.Response.Headers.RetryAfter = Math.Ceiling(fault.Delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                int status = fault.Kind == FaultKind.Unavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
                await context.Response.SendAsync(status, FaultErrors.Of(fault.Kind), context.RequestAborted).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What goes wrong with the reply. True when the request is over with it.</summary>
    public static async Task<bool> SpoilAsync(Fault? fault, HttpContext context, TimeProvider clock)
    {
        switch (fault?.Kind)
        {
            case FaultKind.DropAfter or FaultKind.LoseReply:
                context.Abort();
                return true;
            case FaultKind.Garbage:
                await context.Response.WriteAsync("<garbage>", context.RequestAborted).ConfigureAwait(false);
                return true;
            case FaultKind.Delay:
                await Task.Delay(fault.Delay, clock, context.RequestAborted).ConfigureAwait(false);
                return false;
            default:
                return false;
        }
    }
}
