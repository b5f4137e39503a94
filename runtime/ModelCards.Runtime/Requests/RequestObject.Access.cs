using System.ComponentModel;

namespace ModelCards.Requests;

/// <summary>
/// Access by type and index for generated members. Plain names without overloads or type arguments: the compiler binds
/// thousands of calls to them, and each overload would cost it time.
/// </summary>
public abstract partial class RequestObject
{
    /// <summary>A switch; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool? GetBoolean(int index) => Get<bool>(index);

    /// <summary>A switch; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetBoolean(int index, bool? value) => Set(index, value);

    /// <summary>An integer; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected int? GetInt32(int index) => Get<int>(index);

    /// <summary>An integer; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetInt32(int index, int? value) => Set(index, value);

    /// <summary>A large integer; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected long? GetInt64(int index) => Get<long>(index);

    /// <summary>A large integer; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetInt64(int index, long? value) => Set(index, value);

    /// <summary>A number with a step; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected decimal? GetDecimal(int index) => Get<decimal>(index);

    /// <summary>A number with a step; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetDecimal(int index, decimal? value) => Set(index, value);

    /// <summary>A number without a step; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected double? GetDouble(int index) => Get<double>(index);

    /// <summary>A number without a step; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetDouble(int index, double? value) => Set(index, value);

    /// <summary>A UUID; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Guid? GetUuid(int index) => Get<Guid>(index);

    /// <summary>A UUID; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetUuid(int index, Guid? value) => Set(index, value);

    /// <summary>A text; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? GetText(int index) => GetReference<string>(index);

    /// <summary>A text; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetText(int index, string? value) => Set(index, value);

    /// <summary>A URI; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Uri? GetUri(int index) => GetReference<Uri>(index);

    /// <summary>A URI; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetUri(int index, Uri? value) => Set(index, value);

    /// <summary>A medium; null when it is not set.</summary>
    /// <param name="index">Index of the member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected MediaInput? GetMedia(int index) => GetReference<MediaInput>(index);

    /// <summary>A medium; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetMedia(int index, MediaInput? value) => Set(index, value);
}
