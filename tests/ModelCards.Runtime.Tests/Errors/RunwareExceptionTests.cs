using System.Net;
using ModelCards.Errors;
using ModelCards.Runtime.Tests.Client;
using Xunit;

namespace ModelCards.Runtime.Tests.Errors;

public sealed class RunwareExceptionTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Second = Guid.Parse("22222222-2222-4222-8222-222222222222");

    [Fact]
    public async Task TheMessageListsEveryErrorAndWhatToDo()
    {
        RunwareException error = await FailAsync(
            $$"""
            {"errors":[
              {"code":"invalidParameter","message":"The area must be at most 4 megapixels.","parameter":["width","height"],"type":"integer",
               "taskType":"imageInference","taskUUID":"{{First}}","documentation":"https://runware.ai/docs/x#request-width","extra":{"a":1} },
              {"code":"invalidOutputFormat","message":"No such format.\nReally.","parameter":"outputFormat","allowedValues":["JPG","PNG",1],"taskUUID":"{{First}}"},
              {"code":"insufficientCredits","message":"You have no credits.","taskUUID":"{{Second}}"}
            ]}
            """,
            HttpStatusCode.BadRequest);

        Assert.Equal(
            $"""
            2 of 2 tasks failed (HTTP 400):
              - task {First}: invalidParameter (width, height): The area must be at most 4 megapixels. See https://runware.ai/docs/x#request-width
              - task {First}: invalidOutputFormat (outputFormat): No such format. Really. Allowed: JPG, PNG, 1.
              - task {Second}: insufficientCredits: You have no credits.
            Correct the parameters; the card of the model (the Card of its request type) says what is allowed.
            Add credits to the Runware account.
            """,
            error.Message);
        Assert.Equal([First, Second], error.TaskUuids);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(ErrorCategory.Validation, error.Category);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task EveryMemberOfAnErrorIsKept()
    {
        RunwareException failure = await FailAsync(
            $$"""
            {"errors":[{"code":"invalidParameter","message":"m","parameter":["width","height",3],"type":"integer","taskType":"imageInference",
              "taskUUID":"{{First}}","documentation":"https://runware.ai/docs","status":"error","allowedValues":["a",null],"hint":{"a":1} }]}
            """,
            HttpStatusCode.OK);

        ServiceError error = failure.Errors[0];
        Assert.Equal(("invalidParameter", "m", "integer", "imageInference", First), (error.Code, error.Message, error.Type, error.TaskType, error.TaskUuid));
        Assert.Equal(["width", "height"], error.Parameters);
        Assert.Equal(new Uri("https://runware.ai/docs"), error.Documentation);
        Assert.Equal(["\"a\"", "null"], error.AllowedValues.Select(value => value.GetRawText()));
        Assert.Equal("""{"a":1}""", error.Members["hint"].GetRawText());
        Assert.True(error.IsFromService);
    }

    [Fact]
    public async Task AnErrorOfAllTasksIsListedOnce()
    {
        RunwareException error = await FailAsync("""{"errors":[{"code":"rateLimitExceeded","message":"Slow down."}]}""", HttpStatusCode.TooManyRequests);

        Assert.Equal(
            """
            2 of 2 tasks failed (HTTP 429):
              - rateLimitExceeded: Slow down.
            Send fewer tasks at once, or try again later.
            """,
            error.Message);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task AFloodOfErrorsDoesNotMakeAFloodOfText()
    {
        string many = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""{"code":"c{{i}}","message":"{{new string('x', 5000)}}"}"""));

        RunwareException error = await FailAsync($$"""{"errors":[{{many}}]}""", HttpStatusCode.OK);

        Assert.Equal(1000, error.Errors.Count);
        Assert.Equal(5000, error.Errors[0].Message.Length);
        Assert.InRange(error.Message.Length, 20_000, 25_000);
        Assert.EndsWith("\n  - and 980 more", error.Message, StringComparison.Ordinal);
    }

    private static async Task<RunwareException> FailAsync(string body, HttpStatusCode status)
    {
        await using RunwareClient client = FakeService.Answering(body, status).Client();
        return Assert.IsType<RunwareException>((await client.RunAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]).DrainAsync()).Error);
    }
}
