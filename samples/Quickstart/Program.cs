using System.Diagnostics;
using System.Globalization;
using ModelCards;
using ModelCards.Emulator;
using ModelCards.Errors;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.Validation;
using Quickstart;

(string What, Func<ModelRequest<ImageInferenceResult>> Make)[] examples =
[
    ("Text to image with two LoRAs (Illustrious XL)", Examples.TextToImageWithLoras),
    ("A face from a portrait, PuLID (FLUX.1 dev SRPO)", Examples.IdentityFromAPortrait),
    ("Structure from a ControlNet (Stable Diffusion XL)", Examples.StructureFromAControlNet),
    ("Inpainting (Image Inference API)", Examples.Inpainting),
    ("Image to image from a file (Image Inference API, older edition)", Examples.ImageToImageFromAFile),
];

string folder = Path.GetFullPath("pictures");
Directory.CreateDirectory(folder);
string? key = Environment.GetEnvironmentVariable("RUNWARE_API_KEY");
bool isReal = !string.IsNullOrWhiteSpace(key);
await using RunwareEmulator? emulator = isReal ? null : await RunwareEmulator.StartAsync();
using var wire = new WireTap();
using var http = new HttpClient(wire) { Timeout = Timeout.InfiniteTimeSpan };
var options = new RunwareClientOptions { ApiKey = isReal ? key : "no-key-needed", Endpoint = RunwareClientOptions.HttpEndpoint, HttpClient = http };
if (emulator is not null)
    options.Endpoint = emulator.Endpoint;
await using var client = new RunwareClient(options);

Console.WriteLine(isReal
    ? "RUNWARE_API_KEY is set: these requests go to the real service and cost money."
    : $"No RUNWARE_API_KEY: an emulator on {options.Endpoint} answers, with painted pictures. No key, no network, no cost.");

int failures = 0;
for (int i = 0; i < examples.Length; i++)
{
    (string what, Func<ModelRequest<ImageInferenceResult>> make) = examples[i];
    Console.WriteLine($"\n[{i + 1}/{examples.Length}] {what}\n\n{SourceText.Of(make)}\n");
    try
    {
        await RunAsync(make(), $"{i + 1}-{Words(make.Method.Name)}");
    }
    catch (RunwareException error)
    {
        failures++;
        Console.WriteLine($"    {error.Message}\n");
    }
}

Console.WriteLine($"\nAnd a request that cannot work, refused before anything is sent:\n\n{SourceText.Of(Examples.SomethingWrong)}\n");
try
{
    Examples.SomethingWrong();
    failures++;
}
catch (RequestValidationException error)
{
    Console.WriteLine(error.Message);
}

Console.WriteLine($"\n{(failures == 0 ? "Done" : $"{failures} of {examples.Length} failed")}. The pictures are in {folder}");
return failures == 0 ? 0 : 1;

async Task RunAsync(ModelRequest<ImageInferenceResult> request, string name)
{
    var watch = Stopwatch.StartNew();
    Console.WriteLine("    sending...");
    TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(request);
    Console.WriteLine($"    sent:\n{Indent(wire.Sent)}\n    answered after {watch.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s:\n{Indent(wire.Answer)}");
    int number = 0;
    foreach (ImageInferenceResult image in outcome.Results)
    {
        byte[] bytes = await client.DownloadAsync(image);
        string path = Path.Combine(folder, $"{name}{(outcome.Results.Count > 1 ? $"-{++number}" : "")}.{Extension(bytes)}");
        await File.WriteAllBytesAsync(path, bytes);
        Console.WriteLine($"    saved {Path.GetRelativePath(Environment.CurrentDirectory, path)} ({bytes.Length / 1024} KB)");
    }

    if (outcome.Failure is not null)
        throw outcome.Failure;
}

static string Indent(string text) => string.Join('\n', text.Split('\n').Select(line => "      " + line));

static string Words(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));

static string Extension(byte[] bytes) => bytes switch
{
    [0xFF, 0xD8, ..] => "jpg",
    [0x89, (byte)'P', ..] => "png",
    _ => "webp",
};
