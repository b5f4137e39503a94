using System.Text;
using ModelCards.Webhooks;

namespace ModelCards.Runtime.Tests.Webhooks;

/// <summary>Bodies that a webhook gets.</summary>
internal static class Posted
{
    public const string Task = "11111111-1111-4111-8111-111111111111";

    public const string Image =
        $$"""{"taskType":"imageInference","taskUUID":"{{Task}}","imageUUID":"a0000000-0000-4000-8000-000000000000","imageURL":"https://x/a.jpg","seed":7}""";

    public static WebhookDelivery Read(string body) => WebhookDelivery.Parse(Encoding.UTF8.GetBytes(body));

    public static string Key(string body) => Read(body).Key;
}
