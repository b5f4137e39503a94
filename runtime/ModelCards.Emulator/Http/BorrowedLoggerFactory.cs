using Microsoft.Extensions.Logging;

namespace ModelCards.Emulator.Http;

/// <summary>Keeps the server from disposing the logger factory of its user.</summary>
internal sealed class BorrowedLoggerFactory(ILoggerFactory factory) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => factory.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

    public void Dispose()
    {
    }
}
