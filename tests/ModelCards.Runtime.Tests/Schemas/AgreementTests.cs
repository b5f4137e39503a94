using System.Text.Json;
using FsCheck.Fluent;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary>All ways to judge agree: JSON and requests, verdict only and errors collected, before and after writing.</summary>
public sealed class AgreementTests
{
    [Fact]
    public void AnyRequestUnderAnySchemaHasOneVerdict() => ForAll.Values(
        Drawn.Schema(2).Zip(Drawn.Members(3)),
        pair => Judged.Request(pair.Item1, pair.Item2),
        tests: 6000);

    [Fact]
    public void AnyParameterUnderAnySchemaHasOneVerdict() => ForAll.Values(
        Drawn.Schema(1).Zip(Drawn.Json(2)),
        pair => Judged.Value(pair.Item1, pair.Item2),
        tests: 6000);

    [Fact]
    public void ARequestIsJudgedAsTheJsonThatItIsWrittenAs() => ForAll.Values(
        DrawnRequests.Any,
        request =>
        {
            string[] typed = Sorted(request.Validate());
            Assert.Equal(typed, Sorted(StudioCard.Card.Validate(Judged.Written(request))));
            Assert.Equal(typed, Sorted(request.Validate()));
            Assert.Equal(typed, Sorted(request.ToBuilder().BuildUnchecked().Validate()));
        },
        tests: 3000);

    [Fact]
    public void ARequestIsReadBackFromWhatItIsWrittenAs() => ForAll.Values(
        DrawnRequests.Any,
        request =>
        {
            JsonElement written = Judged.Written(request);
            StudioRequest read;
            try
            {
                read = written.Deserialize<StudioRequest>()!;
            }
            catch (JsonException)
            {
                Assert.False(request.Validate().IsValid);
                return;
            }

            Assert.True(JsonElement.DeepEquals(written, Judged.Written(read)), $"{written} became {Judged.Written(read)}");
            Assert.Equal(Sorted(request.Validate()), Sorted(read.Validate()));
        },
        tests: 3000);

    private static string[] Sorted(ValidationResult verdict) =>
        [.. verdict.Errors.Select(error => $"{error.Pointer} {error.Keyword}").Distinct().Order(StringComparer.Ordinal)];
}
