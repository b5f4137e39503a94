using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>Puts a line of code where it compiles: into a method with a client and some values that nobody knows.</summary>
internal static class Snippet
{
    public static readonly UsageHarness Studio = new((StudioCard.Path, StudioCard.Text), (StudioCard.SourcePath, StudioCard.SourceText));

    public const string Header = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Demo;
        using ModelCards;
        using ModelCards.Requests;
        using static Sizes;

        static class Sizes
        {
            public const int Tiny = 64;
            public const int Huge = 4096;
            public const int Unit = 100;
            public const decimal Odd = 3.505m;
            public const string Letter = "a";
            public static readonly int Uneven = 1001;
            public static readonly int Sum = Huge + Unit;
            public static readonly decimal Steep = 20.01m;
            public static readonly string Initial = "a";
            public static readonly int Even = 1024;
            public static readonly int Later = Environment.ProcessorCount;
            public static int Changing = 1001;
        }

        static class Set
        {
            public static readonly int Twice = 1001;
            static Set() => Twice = 1024;
        }

        class Builder
        {
            public Builder WithWidth(int width) => this;
            public Builder Build() => this;
        }

        static class Extensions
        {
            public static StudioRequestBuilder Square(this StudioRequestBuilder builder) => builder.WithWidth(512).WithHeight(512);
        }

        """;

    public static string Method(string line, string name) => $$"""

        class {{name}}
        {
            async Task Run(
                RunwareClient client, StudioRequestBuilder builder, StudioRequest given, bool flag, int number, int? maybe, string? text, string[] list,
                Uri? url)
            {
                {{(IsStatement(line) ? line : $"_ = {line};")}}
                await Task.CompletedTask;
            }
        }

        """;

    private static bool IsStatement(string line) =>
        line.EndsWith(';') || line.StartsWith("foreach ", StringComparison.Ordinal) || line.StartsWith("try ", StringComparison.Ordinal);

    public static string File(string line) => Header + Method(line, "Code");
}
