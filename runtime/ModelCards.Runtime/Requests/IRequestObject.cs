using System.ComponentModel;

namespace ModelCards.Requests;

/// <summary>Makes generated objects; generated code implements it, applications have no use for it.</summary>
/// <typeparam name="TSelf">The generated type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRequestObject<TSelf>
    where TSelf : IRequestObject<TSelf>
{
    /// <summary>Makes an object without values.</summary>
    static abstract TSelf New();
}
