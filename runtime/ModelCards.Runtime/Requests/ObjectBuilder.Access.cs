using System.ComponentModel;

namespace ModelCards.Requests;

public abstract partial class ObjectBuilder<TSelf, TObject>
{
    /// <summary>A switch; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetBoolean(int index, bool? value)
    {
        _draft.SetBoolean(index, value);
        return (TSelf)this;
    }

    /// <summary>An integer; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetInt32(int index, int? value)
    {
        _draft.SetInt32(index, value);
        return (TSelf)this;
    }

    /// <summary>A large integer; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetInt64(int index, long? value)
    {
        _draft.SetInt64(index, value);
        return (TSelf)this;
    }

    /// <summary>A number with a step; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetDecimal(int index, decimal? value)
    {
        _draft.SetDecimal(index, value);
        return (TSelf)this;
    }

    /// <summary>A number without a step; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetDouble(int index, double? value)
    {
        _draft.SetDouble(index, value);
        return (TSelf)this;
    }

    /// <summary>A UUID; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetUuid(int index, Guid? value)
    {
        _draft.SetUuid(index, value);
        return (TSelf)this;
    }

    /// <summary>A text; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetText(int index, string? value)
    {
        _draft.SetText(index, value);
        return (TSelf)this;
    }

    /// <summary>A URI; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetUri(int index, Uri? value)
    {
        _draft.SetUri(index, value);
        return (TSelf)this;
    }

    /// <summary>A medium; null to leave the member out.</summary>
    /// <param name="index">Index of the member.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetMedia(int index, MediaInput? value)
    {
        _draft.SetMedia(index, value);
        return (TSelf)this;
    }
}
