using FsCheck.Fluent;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Schemas;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class ExactNumberTests
{
    [Fact]
    public void NumbersCompareAsFractionsDo() => ForAll.Values(Numbers.Json.Two(), pair =>
        Assert.Equal(
            Rational.Parse(pair.Item1).CompareTo(Rational.Parse(pair.Item2)),
            Math.Sign(ExactNumber.Parse(pair.Item1).CompareTo(ExactNumber.Parse(pair.Item2)))));

    [Fact]
    public void NeighboursAreToldApart() => ForAll.Values(Numbers.Decimals.Zip(Gen.Elements(1, -1, 0)), pair =>
    {
        (decimal number, int change) = pair;
        string text = Numbers.Text(number);
        string other = text + (change == 0 ? text.Contains('.', StringComparison.Ordinal) ? "000" : ".000" : text.Contains('.', StringComparison.Ordinal) ? "01" : ".01");
        int expected = Rational.Parse(text).CompareTo(Rational.Parse(other));
        Assert.Equal(expected, Math.Sign(ExactNumber.Parse(text).CompareTo(ExactNumber.Parse(other))));
        Assert.Equal(-expected, Math.Sign(ExactNumber.Parse(other).CompareTo(ExactNumber.Parse(text))));
    });

    [Fact]
    public void MultiplesAreThoseOfFractions() => ForAll.Values(Numbers.Json.Zip(Numbers.Json.Where(step => !Rational.Parse(step).Numerator.IsZero)), pair =>
        Assert.Equal(
            Rational.Parse(pair.Item1).IsMultipleOf(Rational.Parse(pair.Item2)),
            ExactNumber.Parse(pair.Item1).IsMultipleOf(ExactNumber.Parse(pair.Item2))));

    [Fact]
    public void EveryStepOfAStepIsAMultipleAndNothingBesideIt() => ForAll.Values(
        Gen.Choose(-100_000, 100_000).Zip(Gen.Elements("0.01", "0.1", "0.001", "16", "64", "0.3", "1e-20", "2.5E3")),
        pair =>
        {
            Rational step = Rational.Parse(pair.Item2);
            string multiple = $"{pair.Item1 * step.Numerator}e{1 - step.Denominator.ToString().Length}";
            Assert.True(ExactNumber.Parse(multiple).IsMultipleOf(ExactNumber.Parse(pair.Item2)));
            string beside = $"{(pair.Item1 * step.Numerator * 1000) + 1}e{-2 - step.Denominator.ToString().Length}";
            Assert.Equal(Rational.Parse(beside).IsMultipleOf(step), ExactNumber.Parse(beside).IsMultipleOf(ExactNumber.Parse(pair.Item2)));
        });

    [Fact]
    public void WholeNumbersAreThoseOfFractions() => ForAll.Values(Numbers.Json, text =>
        Assert.Equal(Rational.Parse(text).IsInteger, ExactNumber.Parse(text).IsInteger));

    [Theory]
    [InlineData("0.07", "0.01", true)]
    [InlineData("0.29", "0.01", true)]
    [InlineData("3.505", "0.01", false)]
    [InlineData("3.505", "0.001", true)]
    [InlineData("19.99", "0.01", true)]
    [InlineData("314201340.72", "0.01", true)]
    [InlineData("314201340.725", "0.01", false)]
    [InlineData("1.1", "0.1", true)]
    [InlineData("0.9", "0.3", true)]
    [InlineData("-0.9", "0.3", true)]
    [InlineData("1", "0.3", false)]
    [InlineData("0", "0.3", true)]
    [InlineData("-0.0", "16", true)]
    [InlineData("1e308", "1e-300", true)]
    [InlineData("9007199254740993", "2", false)]
    public void DecimalStepsAreTakenAtTheirWord(string number, string step, bool isMultiple) =>
        Assert.Equal(isMultiple, ExactNumber.Parse(number).IsMultipleOf(ExactNumber.Parse(step)));

    [Theory]
    [InlineData("1e1000000000")]
    [InlineData("-1e1000000000")]
    [InlineData("1e-1000000000")]
    [InlineData("123456789e99999999999999999999999999")]
    [InlineData("1e-99999999999999999999999999")]
    public void AHugeExponentIsJudgedWithoutWritingItOut(string text)
    {
        ExactNumber number = ExactNumber.Parse(text);
        bool isNegative = text.StartsWith('-');
        bool isTiny = text.Contains("e-", StringComparison.Ordinal);

        Assert.Equal(!isTiny, number.IsInteger);
        Assert.Equal(isNegative ? -1 : 1, Math.Sign(number.CompareTo(ExactNumber.Parse("0"))));
        Assert.Equal(isNegative || isTiny ? -1 : 1, Math.Sign(number.CompareTo(ExactNumber.Parse("1"))));
        Assert.Equal(!isTiny, number.IsMultipleOf(ExactNumber.Parse("0.01")));
        Assert.Equal(!isTiny, number.IsMultipleOf(ExactNumber.Parse("16")));
        Assert.False(ExactNumber.Parse("5").IsMultipleOf(ExactNumber.Parse("1e1000000000")));
    }

    [Fact]
    public void ThousandsOfDigitsAreKept()
    {
        string nines = new('9', 5000);

        Assert.True(ExactNumber.Parse(nines).CompareTo(ExactNumber.Parse(nines[1..] + "8")) > 0);
        Assert.True(ExactNumber.Parse("0." + nines).CompareTo(ExactNumber.Parse("1")) < 0);
        Assert.True(ExactNumber.Parse(nines).IsMultipleOf(ExactNumber.Parse("9")));
    }

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("10", "1e1")]
    [InlineData("1200", "1.2E+3")]
    [InlineData("0", "-0.000")]
    [InlineData("0", "0e99")]
    [InlineData("0.5", "50e-2")]
    public void DifferentTextsOfOneNumberAreEqual(string left, string right) =>
        Assert.Equal(0, ExactNumber.Parse(left).CompareTo(ExactNumber.Parse(right)));
}
