using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace ModelCards.Emulator.Page;

/// <summary>The page as one document, put together from its parts, and the policy that lets a browser run these and nothing else.</summary>
internal sealed class PageDocument
{
    private static readonly string[] Scripts = ["json.js", "dom.js", "connections.js", "tasks.js", "frames.js", "page.js"];

    /// <param name="model">A model that the emulator knows, to show how to send a task.</param>
    public PageDocument(string model)
    {
        string style = Read("page.css");
        string script = $"\"use strict\";\n{string.Join('\n', Scripts.Select(Read))}";
        string html = Read("page.html").Replace("{model}", HtmlEncoder.Default.Encode(model), StringComparison.Ordinal)
            .Replace("/*style*/", style, StringComparison.Ordinal).Replace("/*script*/", script, StringComparison.Ordinal);
        Bytes = Encoding.UTF8.GetBytes(html);
        Policy = $"default-src 'none'; script-src '{HashOf(script)}'; style-src '{HashOf(style)}'; img-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }

    public byte[] Bytes { get; }

    /// <summary>The Content-Security-Policy.</summary>
    public string Policy { get; }

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>A part of the page.</summary>
    public static string Read(string name)
    {
        using Stream stream = typeof(PageDocument).Assembly.GetManifestResourceStream($"Page/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks the part '{name}' of the page.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
