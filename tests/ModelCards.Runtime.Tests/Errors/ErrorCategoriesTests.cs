using System.Net;
using ModelCards.Errors;
using Xunit;

namespace ModelCards.Runtime.Tests.Errors;

public sealed class ErrorCategoriesTests
{
    [Theory]
    [InlineData("aborted", ErrorCategory.Aborted)]
    [InlineData("notOpen", ErrorCategory.Connection)]
    [InlineData("insufficientCredits", ErrorCategory.Quota)]
    [InlineData("quotaExceeded", ErrorCategory.Quota)]
    [InlineData("paymentRequired", ErrorCategory.Quota)]
    [InlineData("inferenceRateLimitExceeded", ErrorCategory.RateLimit)]
    [InlineData("inferenceRateLimitRequestTooLarge", ErrorCategory.RateLimit)]
    [InlineData("providerRateLimitExceeded", ErrorCategory.RateLimit)]
    [InlineData("providerContentPolicyViolation", ErrorCategory.Safety)]
    [InlineData("invalidApiKey", ErrorCategory.Authentication)]
    [InlineData("missingAuthentication", ErrorCategory.Authentication)]
    [InlineData("insufficientPermissions", ErrorCategory.Authentication)]
    [InlineData("authTimeout", ErrorCategory.Authentication)]
    [InlineData("organizationSuspended", ErrorCategory.Authentication)]
    [InlineData("providerTimeout", ErrorCategory.Timeout)]
    [InlineData("providerGatewayTimeout", ErrorCategory.Timeout)]
    [InlineData("taskFailedOrNotFound", ErrorCategory.NotFound)]
    [InlineData("providerNotFound", ErrorCategory.NotFound)]
    [InlineData("internalServerError", ErrorCategory.Server)]
    [InlineData("inferenceError", ErrorCategory.Provider)]
    [InlineData("modelUnavailable", ErrorCategory.Provider)]
    [InlineData("providerBadGateway", ErrorCategory.Provider)]
    [InlineData("providerAuthenticationFailed", ErrorCategory.Provider)]
    [InlineData("conflictTaskUUID", ErrorCategory.Validation)]
    [InlineData("arrayTooSmall", ErrorCategory.Validation)]
    [InlineData("maxLycorisModelsExceeded", ErrorCategory.Validation)]
    [InlineData("unsupportedDuration", ErrorCategory.Validation)]
    [InlineData("transparentModelMismatch", ErrorCategory.Validation)]
    [InlineData("somethingNew", ErrorCategory.Unknown)]
    [InlineData("", ErrorCategory.Unknown)]
    public void TheCodeTellsTheCategory(string code, ErrorCategory category) => Assert.Equal(category, ErrorCategories.Of(code, null));

    [Theory]
    [InlineData("timeoutProvider", ErrorCategory.Timeout)]
    [InlineData("rateLimitExceeded", ErrorCategory.RateLimit)]
    [InlineData("providerInsufficientCredits", ErrorCategory.Provider)]
    public void WhatTheOfficialClientsMistakeIsRight(string code, ErrorCategory category) => Assert.Equal(category, ErrorCategories.Of(code, null));

    [Theory]
    [InlineData(400, ErrorCategory.Validation)]
    [InlineData(401, ErrorCategory.Authentication)]
    [InlineData(402, ErrorCategory.Quota)]
    [InlineData(404, ErrorCategory.NotFound)]
    [InlineData(429, ErrorCategory.RateLimit)]
    [InlineData(500, ErrorCategory.Server)]
    [InlineData(504, ErrorCategory.Timeout)]
    [InlineData(200, ErrorCategory.Unknown)]
    public void TheHttpStatusTellsWhatTheCodeDoesNot(int status, ErrorCategory category)
    {
        Assert.Equal(category, ErrorCategories.Of("somethingNew", (HttpStatusCode)status));
        Assert.Equal(ErrorCategory.Safety, ErrorCategories.Of("promptBlocked", (HttpStatusCode)status));
    }

    [Fact]
    public void FiveCategoriesMayGoAwayByThemselves() => Assert.Equal(
        [ErrorCategory.Connection, ErrorCategory.RateLimit, ErrorCategory.Timeout, ErrorCategory.Server, ErrorCategory.Provider],
        Enum.GetValues<ErrorCategory>().Where(ErrorCategories.IsTransient));
}
