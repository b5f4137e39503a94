namespace ModelCards.Writing;

/// <summary>The text of a URI on the wire.</summary>
internal static class UriText
{
    /// <summary>As given where that is ASCII, because normalising would break signed URLs; else escaped.</summary>
    public static string Of(Uri uri)
    {
        string text = uri.OriginalString;
        return System.Text.Ascii.IsValid(text) || !uri.IsAbsoluteUri ? text : uri.AbsoluteUri;
    }
}
