using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ModelCards.Runtime.Tests.Secrecy;

/// <summary>Shows everything that is logged to a watch, and keeps it as text for a test that reads it.</summary>
internal sealed class LogText(KeyWatch watch, bool keeps) : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Keeps, under the watch of the run.</summary>
    public LogText()
        : this(RunWatch.Watch, keeps: true)
    {
    }

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        watch.Look("log", state.ToString());
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string line = $"{logLevel}: {formatter(state, exception)}{exception}";
        watch.Look("log", line);
        if (keeps)
            _lines.Enqueue(line);
    }

    public void Dispose()
    {
    }
}
