using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class TypeTests
{
    private static readonly Dictionary<string, string[]> Samples = new()
    {
        ["null"] = ["null"],
        ["boolean"] = ["true", "false"],
        ["integer"] = ["0", "-1", "28", "9223372036854775807", "18446744073709551616", "123456789012345678901234567890123456789"],
        ["number"] = ["0.5", "-3.505", "1e-3", "0.1000000000000000000000000000000000000001"],
        ["string"] = ["\"\"", "\"text\"", "\"28\"", "\"null\""],
        ["array"] = ["[]", "[1]", "[[]]"],
        ["object"] = ["{}", "{\"a\":1}"],
    };

    public static TheoryData<string> Types => new(Samples.Keys);

    [Theory]
    [MemberData(nameof(Types))]
    public void ATypeTakesItsOwnValuesAndNoOthers(string type)
    {
        string schema = $$"""{"type":"{{type}}"}""";
        foreach ((string other, string[] values) in Samples)
        {
            if (other == type || (type == "number" && other == "integer"))
                Judged.Accepts(schema, values);
            else
                Judged.Refuses("type", schema, values);
        }
    }

    [Fact]
    public void AnIntegerMayBeWrittenWithAPointOrAnExponent()
    {
        Judged.Accepts("""{"type":"integer"}""", "28.0", "2.8e1", "2e1", "1e400", "-0.0", "1.50e1", "100e-2", "0e-5");
        Judged.Refuses("type", """{"type":"integer"}""", "28.5", "1e-1", "2.85e1", "1e-400");
    }

    [Fact]
    public void SeveralTypesTakeTheValuesOfEach()
    {
        Judged.Accepts("""{"type":["integer","string"]}""", "6", "6.0", "\"auto\"");
        Judged.Refuses("type", """{"type":["integer","string"]}""", "6.5", "true", "null", "[]", "{}");
        Judged.Accepts("""{"type":["string","null"]}""", "null", "\"x\"");
        Judged.Accepts("""{"type":["integer","number"]}""", "6.5", "6");
        Judged.Accepts("""{"type":["array","object","boolean"]}""", "[]", "{}", "true");
    }

    [Fact]
    public void WithoutATypeEveryValueIsTaken() => Judged.Accepts("{}", [.. Samples.Values.SelectMany(values => values)]);

    [Fact]
    public void ARequestIsJudgedAsAWhole()
    {
        Judged.AcceptsRequest("""{"type":"object"}""", "{}");
        Judged.RefusesRequest("type", """{"type":"object"}""", "[]", "1", "\"text\"", "null", "true");
    }

    [Fact]
    public void BooleanSchemasSayYesOrNoToEverything()
    {
        foreach (string value in Samples.Values.SelectMany(values => values))
        {
            Judged.Accepts("true", value);
            Judged.Refuses("false", "false", value);
        }

        Judged.AcceptsRequest("true", "{}");
        Judged.RefusesRequest("false", "false", "{}");
        Judged.AcceptsRequest("""{"properties":{"gone":false}}""", "{}", """{"other":1}""");
    }

    [Fact]
    public void KeywordsOfOtherTypesDoNotApply()
    {
        Judged.Accepts("""{"minimum":5,"multipleOf":2}""", "\"1\"", "[1]", "{}", "null", "true");
        Judged.Accepts("""{"minLength":5,"pattern":"x","format":"uuid"}""", "1", "[]", "{}", "null", "false");
        Judged.Accepts("""{"minItems":5,"items":false,"contains":false,"uniqueItems":true}""", "1", "\"a\"", "{\"a\":1}", "null");
        Judged.Accepts("""{"required":["a"],"minProperties":3,"additionalProperties":false,"propertyNames":false}""", "1", "\"a\"", "[1]", "null");
    }
}
