using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Incoming;
using ModelCards.Emulator.Journal;
using ModelCards.Emulator.Journal.Hiding;
using ModelCards.Emulator.Judging;
using ModelCards.Emulator.Media;
using ModelCards.Emulator.Outgoing;
using ModelCards.Emulator.Page;
using ModelCards.Emulator.Tasks;
using ModelCards.Emulator.Texts;
using ModelCards.Emulator.Utilities;
using ModelCards.Emulator.WebSockets;

namespace ModelCards.Emulator.Http;

/// <summary>Everything but the web server: what an emulator knows and does, which outlives a restart of the server.</summary>
internal static class EmulatorCore
{
    public static ServiceProvider Build(EmulatorOptions options)
    {
        var keys = new KnownKeys(options.ApiKeys);
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(new BorrowedLoggerFactory(options.LoggerFactory));
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(options).AddSingleton(options.Limits).AddSingleton(options.TimeProvider);
        services.AddSingleton(new CardJudge(options.Cards)).AddSingleton<TaskJudge>();
        services.AddSingleton(keys).AddSingleton(new KeyCheck(options.ApiKeys, keys)).AddSingleton<EventJournal>();
        services.AddSingleton(new FaultSwitchboard(options.Faults));
        services.AddSingleton<TaskMemory>().AddSingleton<TaskLog>().AddSingleton<TaskRunner>().AddSingleton<Sessions>();
        services.AddSingleton<PictureStudio>().AddSingleton<PictureGallery>();
        services.AddSingleton<LoopbackCaller>().AddSingleton<WebhookSender>().AddSingleton<Deliveries>();
        services.AddSingleton<ITaskHandler, PingHandler>();
        services.AddSingleton<ITaskHandler, ImageInferenceHandler>().AddSingleton<ITaskHandler, TextInferenceHandler>();
        services.AddSingleton<ITaskHandler, GetResponseHandler>();
        services.AddSingleton<ITaskHandler, ImageUploadHandler>().AddSingleton<ITaskHandler, MediaStorageHandler>();
        services.AddSingleton<ITaskHandler, PromptEnhanceHandler>().AddSingleton<ITaskHandler, ModelSearchHandler>();
        services.AddSingleton<ITaskHandler, AccountManagementHandler>().AddSingleton<ITaskHandler, TaskDetailsHandler>();
        services.AddSingleton<ITaskHandler, ModelUploadHandler>().AddSingleton<ModelShelf>();
        services.AddSingleton<MediaShelf>().AddSingleton<MediaEndpoint>().AddSingleton<TaskService>();
        services.AddSingleton<TaskEndpoint>().AddSingleton<SocketEndpoint>();
        services.AddSingleton<PictureEndpoint>().AddSingleton<FailureMiddleware>();
        services.AddSingleton<PageEndpoint>().AddSingleton<EventEndpoint>().AddSingleton<PreviewEndpoint>();
        return services.BuildServiceProvider();
    }
}
