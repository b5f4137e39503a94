using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Tests.Specs;

/// <summary>What a pipeline keeps between runs is plain data: anything of the compiler's would keep whole compilations alive.</summary>
public sealed class SpecReachabilityTests
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(SourceText), typeof(AdditionalText),
        typeof(Compilation), typeof(JsonNode), typeof(Delegate),
    ];

    public static TheoryData<Type> Roots =>
        new(
            typeof(CardFile),
            typeof(SharedDefinitions),
            typeof(Result<RequestSpec>),
            typeof(Result<SharedSpec>),
            typeof(NameClaims),
            typeof(NameCollisions));

    [Theory]
    [MemberData(nameof(Roots))]
    public void NothingOfTheCompilersIsReachable(Type root)
    {
        foreach (Type type in ReachableFrom(root))
            Assert.DoesNotContain(Forbidden, forbidden => forbidden.IsAssignableFrom(type));
    }

    [Fact]
    public void TheWalkSeesTheWholeFamily()
    {
        HashSet<Type> reachable = ReachableFrom(typeof(Result<RequestSpec>));

        Assert.Contains(typeof(MemberSpec), reachable);
        Assert.Contains(typeof(UnionBranchSpec), reachable);
        Assert.Contains(typeof(EnumMemberSpec), reachable);
        Assert.Contains(typeof(LocationInfo), reachable);
        Assert.True(ReachableFrom(typeof(TypeReference)).Contains(typeof(JsonNode)), "the walk would see a JSON node if a spec held one");
    }

    [Fact]
    public void EverySpecIsASealedRecordOrTheBaseOfOne()
    {
        foreach (
            Type type in ReachableFrom(typeof(Result<RequestSpec>)).Where(
                type => type.Namespace == typeof(RequestSpec).Namespace && type.IsClass && !type.IsArray))
        {
            Assert.True(type.IsSealed || type.IsAbstract, type.Name);
            Assert.NotNull(type.GetMethod("<Clone>$"));
        }
    }

    private static HashSet<Type> ReachableFrom(Type root)
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([root]);
        while (open.TryDequeue(out Type? type))
        {
            // What the descriptor of a diagnostic holds is the same for all runs.
            if (!seen.Add(type) || type == typeof(string) || type.IsPrimitive || type == typeof(DiagnosticDescriptor))
                continue;
            for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
            {
                foreach (FieldInfo field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                    open.Enqueue(field.FieldType);
            }

            foreach (Type argument in type.HasElementType ? [type.GetElementType()!] : type.GetGenericArguments())
                open.Enqueue(argument);
            if (type.Assembly == typeof(RequestSpec).Assembly)
                Array.ForEach(Array.FindAll(type.Assembly.GetTypes(), other => other.BaseType == type), open.Enqueue);
        }

        return seen;
    }
}
