using System.Text.Json;

namespace ModelCards.Results;

/// <summary>Where something was detected, in pixels of the image that was looked at.</summary>
/// <param name="MinimumX">Left side.</param>
/// <param name="MinimumY">Upper side.</param>
/// <param name="MaximumX">Right side.</param>
/// <param name="MaximumY">Lower side.</param>
public sealed record DetectionBox(decimal MinimumX, decimal MinimumY, decimal MaximumX, decimal MaximumY)
{
    internal static DetectionBox? Of(JsonElement box) =>
        box.Member("x_min").Number() is { } left
        && box.Member("y_min").Number() is { } upper
        && box.Member("x_max").Number() is { } right
        && box.Member("y_max").Number() is { } lower
            ? new DetectionBox(left, upper, right, lower)
            : null;
}
