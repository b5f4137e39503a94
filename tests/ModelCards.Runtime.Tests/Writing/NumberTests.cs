using System.Globalization;
using System.Text.Json;
using FsCheck.Fluent;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Writing;

public sealed class NumberTests
{
    [Fact]
    public void DecimalsAreWrittenDigitForDigit() => ForAll.Values(
        Numbers.Decimals,
        value =>
        {
            string written = Written.Member(new StudioRequest { CfgScale = value }, "CFGScale");
            Assert.Equal(value, decimal.Parse(written, CultureInfo.InvariantCulture));
            Assert.Equal(value.Scale, decimal.Parse(written, CultureInfo.InvariantCulture).Scale);
            Assert.Equal(value, JsonSerializer.Deserialize<StudioRequest>($$"""{"CFGScale":{{written}} }""")!.CfgScale);
        },
        tests: 5000);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("3.50", "3.50")]
    [InlineData("-0.75", "-0.75")]
    [InlineData("30", "30")]
    [InlineData("4294967295", "4294967295")]
    [InlineData("4294967296", "4294967296")]
    [InlineData("4.294967295", "4.294967295")]
    [InlineData("0.000000001", "0.000000001")]
    [InlineData("0.0000000001", "0.0000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335", "-7.9228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void DecimalsByName(string value, string written) =>
        Assert.Equal(written, Written.Member(new StudioRequest { CfgScale = decimal.Parse(value, CultureInfo.InvariantCulture) }, "CFGScale"));

    [Fact]
    public void ANegativeZeroIsStillZero()
    {
        Assert.Equal(0m, decimal.Parse(Written.Member(new StudioRequest { CfgScale = -0.0m }, "CFGScale"), CultureInfo.InvariantCulture));
        Assert.Equal(0, double.Parse(Written.Member(new StudioRequest { Strength = -0.0 }, "strength"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void DoublesComeBackBitForBit() => ForAll.Values(
        Numbers.Doubles,
        value =>
        {
            string written = Written.Member(new StudioRequest { Strength = value }, "strength");
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(double.Parse(written, CultureInfo.InvariantCulture)));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(JsonSerializer.Deserialize<StudioRequest>($$"""{"strength":{{written}} }""")!.Strength!.Value));
        },
        tests: 5000);

    [Theory]
    [InlineData(0.8, "0.8")]
    [InlineData(1, "1")]
    [InlineData(1e16, "10000000000000000")]
    [InlineData(1e21, "1E+21")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(-double.Epsilon, "-5E-324")]
    public void DoublesByName(double value, string written) => Assert.Equal(written, Written.Member(new StudioRequest { Strength = value }, "strength"));

    [Theory]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.PositiveInfinity, "\"Infinity\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"")]
    public void WhatJsonHasNoNumberForIsRefusedAndWrittenAsText(double value, string written)
    {
        var request = new StudioRequest { PositivePrompt = "ab", Strength = value };

        Assert.Equal("strength must be a finite number.", Assert.Single(request.Validate().Errors).Message);
        Assert.Equal(written, Written.Member(request, "strength"));
    }

    [Fact]
    public void LongsAreWrittenDigitForDigit() => ForAll.Values(
        Numbers.Longs,
        value => Assert.Equal(Numbers.Text(value), Written.Member(new StudioRequest { Seed = value }, "seed")),
        tests: 2000);

    [Fact]
    public void UuidsComeBackExactly() => ForAll.Values(
        ArbMap.Default.GeneratorFor<Guid>(),
        value =>
        {
            string written = Written.Text(new StudioRequest { TaskUuid = value, ParentUuid = value });
            StudioRequest read = JsonSerializer.Deserialize<StudioRequest>(written)!;
            Assert.Equal((value, value), (read.TaskUuid, read.ParentUuid));
            Assert.Contains($"\"parentUUID\":\"{value}\"", written, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("https://example.com/done?sig=a%2Bb%3D&x=y", "https://example.com/done?sig=a%2Bb%3D&x=y")]
    [InlineData("HTTPS://Example.com", "HTTPS://Example.com")]
    [InlineData("https://example.com:443/../a", "https://example.com:443/../a")]
    [InlineData("https://example.com/ü", "https://example.com/%C3%BC")]
    public void UrisAreWrittenAsGivenWhereThatIsAscii(string given, string written) =>
        Assert.Equal(written, JsonSerializer.Deserialize<string>(Written.Member(new StudioRequest { WebhookUrl = new Uri(given) }, "webhookURL")));
}
