using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary>The whole sentences of errors about single values.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "\"28\"", "value must be an integer, but is \"28\".")]
    [InlineData("""{"type":"integer"}""", "28.5", "value must be an integer, but is 28.5.")]
    [InlineData("""{"type":["integer","string","null"]}""", "true", "value must be null, an integer or a string, but is true.")]
    [InlineData("""{"type":"array"}""", "{}", "value must be an array, but is an object.")]
    [InlineData("""{"type":"boolean"}""", "[1,2]", "value must be true or false, but is an array of 2.")]
    [InlineData("""{"type":"object"}""", "null", "value must be an object, but is null.")]
    [InlineData("""{"type":"number"}""", "\"a\"", "value must be a number, but is \"a\".")]
    [InlineData("false", "1", "value is not allowed here.")]
    public void Types(string schema, string value, string sentence) => AssertSentence(sentence, schema, value);

    [Theory]
    [InlineData("""{"minimum":1}""", "0", "value must be at least 1, but is 0.")]
    [InlineData("""{"maximum":100}""", "101", "value must be at most 100, but is 101.")]
    [InlineData("""{"minimum":1,"maximum":100}""", "0", "value must be at least 1, but is 0 (allowed: 1 to 100).")]
    [InlineData("""{"minimum":128,"maximum":2048,"multipleOf":16}""", "4096", "value must be at most 2048, but is 4096 (allowed: 128 to 2048 in steps of 16).")]
    [InlineData("""{"exclusiveMinimum":0}""", "0", "value must be greater than 0, but is 0.")]
    [InlineData("""{"exclusiveMaximum":1}""", "1.0", "value must be less than 1, but is 1.0.")]
    [InlineData("""{"exclusiveMinimum":0,"maximum":1e0}""", "2e0", "value must be at most 1e0, but is 2e0 (allowed: 0 to 1e0).")]
    [InlineData("""{"maximum":9223372036854776000}""", "1e30", "value must be at most 9223372036854776000, but is 1e30.")]
    public void Bounds(string schema, string value, string sentence) => AssertSentence(sentence, schema, value);

    [Theory]
    [InlineData("""{"multipleOf":16}""", "1001", "value must be a multiple of 16, but is 1001; nearest are 992 and 1008.")]
    [InlineData("""{"multipleOf":0.01}""", "3.505", "value must be a multiple of 0.01, but is 3.505; nearest are 3.5 and 3.51.")]
    [InlineData("""{"multipleOf":16,"maximum":1000}""", "999", "value must be a multiple of 16, but is 999; nearest is 992.")]
    [InlineData("""{"multipleOf":64,"minimum":100}""", "101", "value must be a multiple of 64, but is 101; nearest is 128.")]
    [InlineData("""{"multipleOf":64,"exclusiveMinimum":64,"exclusiveMaximum":128}""", "101", "value must be a multiple of 64, but is 101.")]
    [InlineData("""{"multipleOf":0.3}""", "-1", "value must be a multiple of 0.3, but is -1; nearest are -1.2 and -0.9.")]
    [InlineData("""{"multipleOf":16}""", "1e-30", "value must be a multiple of 16, but is 1e-30.")]
    [InlineData("""{"multipleOf":0.003}""", "1000000000000000000000000001", "value must be a multiple of 0.003, but is 1000000000000000000000000001.")]
    [InlineData("""{"multipleOf":9223372036854775808}""", "-79228162514264337593543950335", "value must be a multiple of 9223372036854775808, but is -79228162514264337593543950335.")]
    [InlineData("""{"multipleOf":0}""", "0.5", "value must be a multiple of 0, but is 0.5.")]
    public void Steps(string schema, string value, string sentence) => AssertSentence(sentence, schema, value);

    [Theory]
    [InlineData("""{"minLength":2}""", "\"a\"", "value must have at least 2 characters, but has 1.")]
    [InlineData("""{"maxLength":1}""", "\"a😀b\"", "value must have at most 1 character, but has 3.")]
    [InlineData("""{"minLength":2,"maxLength":3000}""", "\"\"", "value must have 2 to 3000 characters, but has 0.")]
    [InlineData("""{"minLength":3,"maxLength":3}""", "\"ab\"", "value must have exactly 3 characters, but has 2.")]
    [InlineData("""{"format":"uuid"}""", "\"x\"", "value must be a UUID, but is \"x\".")]
    [InlineData("""{"format":"uri"}""", "\"example.com\"", "value must be an absolute URI, but is \"example.com\".")]
    [InlineData("""{"pattern":"^[a-z]+:\\d+$"}""", "\"x\"", "value must match ^[a-z]+:\\d+$, but is \"x\".")]
    public void Texts(string schema, string value, string sentence) => AssertSentence(sentence, schema, value);

    [Theory]
    [InlineData("""{"const":"GLB"}""", "\"OBJ\"", "value must be GLB, but is \"OBJ\".")]
    [InlineData("""{"const":true}""", "false", "value must be true, but is false.")]
    [InlineData("""{"enum":["JPG","PNG"]}""", "\"TIFF\"", "value must be one of JPG, PNG, but is \"TIFF\".")]
    [InlineData("""{"enum":["JPG","PNG"]}""", "\"png\"", "value must be one of JPG, PNG, but is \"png\"; did you mean PNG?")]
    [InlineData("""{"enum":["Euler","Euler a","Heun"]}""", "\"Euler b\"", "value must be one of Euler, Euler a, Heun, but is \"Euler b\"; did you mean Euler a?")]
    [InlineData("""{"enum":[6,8,10]}""", "7", "value must be one of 6, 8, 10, but is 7; did you mean 6 or 8?")]
    [InlineData("""{"enum":[1,2,3,4,5,6,7,8,9,10,11,12,13]}""", "\"many\"", "value must be one of the 13 values that the card lists, but is \"many\".")]
    [InlineData("""{"enum":[{"a":1},[2],null]}""", "{}", "value must be one of {\"a\":1}, [2], null, but is an object.")]
    public void AllowedValues(string schema, string value, string sentence) => AssertSentence(sentence, schema, value);

    [Theory]
    [InlineData("""{"minItems":1}""", "[]", "value must have at least 1 item, but has 0.")]
    [InlineData("""{"maxItems":2}""", "[1,2,3]", "value must have at most 2 items, but has 3.")]
    [InlineData("""{"minItems":1,"maxItems":4}""", "[]", "value must have 1 to 4 items, but has 0.")]
    [InlineData("""{"uniqueItems":true}""", "[1,1]", "value must not hold the same item twice.")]
    [InlineData("""{"contains":{"const":1}}""", "[2]", "value must hold at least 1 item such that it is 1, but holds 0.")]
    [InlineData("""{"contains":{"const":1},"maxContains":1}""", "[1,1]", "value must hold exactly 1 item such that it is 1, but holds 2.")]
    [InlineData("""{"minProperties":2}""", "{}", "value must have at least 2 members, but has 0.")]
    [InlineData("""{"maxProperties":1}""", """{"a":1,"b":2}""", "value must have at most 1 member, but has 2.")]
    public void Counts(string schema, string value, string sentence) => AssertSentence(sentence, schema, value);

    [Theory]
    [InlineData("\"a\\\"b\"", "\"a\\\"b\"")]
    [InlineData("\"a\\nb\\u0007\\u2028\"", "\"a\\nb\\u0007\\u2028\"")]
    [InlineData("\"a\\\\b\"", "\"a\\\\b\"")]
    [InlineData("\"😀\"", "\"😀\"")]
    public void TheValueIsShownAsJsonOnOneLine(string value, string shown)
    {
        ValidationError error = Assert.Single(Judged.Value("""{"type":"integer"}""", value).Errors);

        Assert.Equal(shown, error.Value);
        Assert.Equal(JsonSerializer.Deserialize<string>(value), JsonSerializer.Deserialize<string>(error.Value!));
        Assert.Equal($"value must be an integer, but is {shown}.", error.Message);
    }

    [Fact]
    public void ALongTextIsShortenedBetweenCharacters()
    {
        string text = new string('x', 74) + "😀" + new string('y', 100);

        ValidationError error = Assert.Single(Judged.Value("""{"type":"integer"}""", JsonSerializer.Serialize(text)).Errors);

        Assert.Equal('"' + new string('x', 74) + "...\"", error.Value);
    }

    private static void AssertSentence(string sentence, string schema, string value)
    {
        ValidationError error = Assert.Single(Judged.Value(schema, value).Errors);
        Assert.Equal(sentence, error.Message);
        Assert.Equal(sentence, error.ToString());
        Assert.Equal("/value", error.Pointer);
        Assert.Equal("value", error.Parameter);
    }
}
