using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>C# names out of names on the wire.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("CFGScale", "CfgScale")]
    [InlineData("CFGstartStep", "CfgStartStep")]
    [InlineData("trueCFGScale", "TrueCfgScale")]
    [InlineData("taskUUID", "TaskUuid")]
    [InlineData("webhookURL", "WebhookUrl")]
    [InlineData("puLID", "PuLid")]
    [InlineData("ipAdapters", "IpAdapters")]
    [InlineData("DPM++ 2M Karras", "DpmPlusPlus2MKarras")]
    [InlineData("DDIMScheduler", "DdimScheduler")]
    [InlineData("KDPM2AncestralDiscreteScheduler", "Kdpm2AncestralDiscreteScheduler")]
    [InlineData("Euler a", "EulerA")]
    [InlineData("norm_average", "NormAverage")]
    [InlineData("runware:101@1", "Runware101At1")]
    [InlineData("-name", "MinusName")]
    [InlineData("name", "Name")]
    [InlineData("4k", "_4K")]
    [InlineData("0.75K", "_0Dot75K")]
    [InlineData("1:1", "_11")]
    [InlineData("class", "Class")]
    [InlineData("größe", "Größe")]
    [InlineData("", "Empty")]
    [InlineData("  ", "Empty")]
    [InlineData("😀", "Empty")]
    [InlineData("flux-1-dev-srpo", "Flux1DevSrpo")]
    public void ANameIsWrittenAsCSharpWritesNames(string json, string name) => Assert.Equal(name, Words.Pascal(json));

    [Theory]
    [InlineData("Class", "@class")]
    [InlineData("Event", "@event")]
    [InlineData("TaskUuid", "taskUuid")]
    [InlineData("_4K", "_4K")]
    public void AParameterIsTheSameNameInSmallAndNeverAKeyword(string name, string parameter) => Assert.Equal(parameter, Words.Camel(name));

    [Theory]
    [InlineData("loras", "Lora")]
    [InlineData("ipAdapters", "IpAdapter")]
    [InlineData("entries", "Entry")]
    [InlineData("class", "Class")]
    [InlineData("lora", "Lora")]
    public void AnItemOfAListHasTheNameOfOne(string json, string item) => Assert.Equal(item, Words.Singular(Words.Pascal(json)));

    [Fact]
    public void ALongNameEndsInAHashThatTellsItFromOthers()
    {
        string first = Words.Pascal(new string('a', 300));
        string second = Words.Pascal(new string('a', 301));

        Assert.Equal(100, first.Length);
        Assert.NotEqual(first, second);
        Assert.Equal(first, Words.Pascal(new string('a', 300)));
    }

    [Fact]
    public void NamesThatBecomeTheSameAreNumberedInCardOrder()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "4k": {}, "4K": {}, "name": {}, "-name": {}, "Name": {}, "n a m e": {}, "NAME": {}
            """);

        Assert.Equal(["_4K", "_4K_2", "Name", "MinusName", "Name_2", "NAME", "Name_3"], spec.Members.Select(member => member.Name));
    }

    [Fact]
    public void NamesThatEveryRequestHasAlreadyMakeRoom()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "validate": {}, "card": {}, "equals": {}, "toString": {}, "getHashCode": {}, "demoRequest": {}, "extraMembers": {},
            "create": {}, "member": {}
            """);

        Assert.Equal(
            [
                "ValidateValue", "CardValue", "EqualsValue", "ToStringValue", "GetHashCodeValue", "DemoRequestValue", "ExtraMembersValue",
                "CreateValue", "MemberValue",
            ],
            spec.Members.Select(member => member.Name));
    }

    [Fact]
    public void ACardMayNameAPropertyItself()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "puLID": { "x-csharp-name": "FaceIdentity", "enum": ["a", "b"] }
            """);

        Assert.Equal("FaceIdentity", spec.Members[0].Name);
        Assert.Equal("DemoFaceIdentity", spec.Members[0].Type);
        Assert.Equal(["Parameter(\"puLID\")"], spec.Members[0].Attributes);
    }

    [Fact]
    public void AllSchedulersHaveNamesOfTheirOwn()
    {
        (string _, string sampling) = Repository.Cards.Single(file => file.Path.EndsWith("sampling.schema.json", StringComparison.Ordinal));
        var path = "/project/schemas/common/sampling.schema.json";
        Result<SharedSpec> shared = ModelCardParser.ParseShared(new CardFile(path, sampling), new SharedDefinitions(default), "Demo");
        EnumSpec scheduler = shared.Value!.Types.OfType<EnumSpec>().Single(type => type.Name == "Scheduler");

        Assert.Equal(75, scheduler.Members.Count);
        Assert.Equal(75, scheduler.Members.Select(member => member.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(scheduler.Members, member => member.Name.Contains('_', StringComparison.Ordinal));
        Assert.Contains(scheduler.Members, member => member is { Name: "DpmPlusPlus2MSdeKarras", Literal: "\"DPM++ 2M SDE Karras\"" });
    }

    [Fact]
    public void EveryMemberThatGeneratedTypesInheritIsReserved()
    {
        Assert.Empty(InheritedBy(typeof(Requests.RequestObject)).Except(NameAllocator.ObjectMembers));
        Assert.Empty(InheritedBy(typeof(Requests.ModelRequest)).Except(NameAllocator.RequestMembers));
    }

    private static IEnumerable<string> InheritedBy(Type type) => type
        .GetMembers(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public
            | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.FlattenHierarchy)
        .Where(member => member switch
        {
            System.Reflection.MethodBase method =>
                !method.IsSpecialName && !method.IsAssembly && !method.IsPrivate && !method.IsFamilyAndAssembly,
            System.Reflection.PropertyInfo property => property.GetMethod is { IsAssembly: false, IsPrivate: false },
            System.Reflection.FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            _ => true,
        })
        .Select(member => member.Name);
}
