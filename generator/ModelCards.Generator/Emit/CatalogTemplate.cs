namespace ModelCards.Generator.Emit;

/// <summary>The list of all cards of a project.</summary>
internal static class CatalogTemplate
{
    public static string Write(string catalog, IReadOnlyList<string> names) => $$"""
        /// <summary>The cards of this project.</summary>
        public static class {{catalog}}
        {
            /// <summary>Every card, by name of its file.</summary>
            public static IReadOnlyList<ModelCard> All { get; } =
            [
                {{string.Join(",\n        ", names.Select(name => name + "Request.Card"))}},
            ];
        }

        """;
}
