namespace ModelCards.Generator.Specs;

/// <summary>What parsing a file gave: a spec, or the reasons why there is none, or both.</summary>
internal sealed record Result<T>(string Path, T? Value, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class, IEquatable<T>;
