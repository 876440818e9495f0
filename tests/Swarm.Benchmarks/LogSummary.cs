using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Swarm.Benchmarks;

/// <summary>Shows the first warning of each kind and counts the others: a site under too much load has thousands of the same to say.</summary>
internal sealed class LogSummary : ILoggerProvider
{
    private readonly ConcurrentDictionary<(string Category, EventId Event), int> _counts = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        foreach (var ((category, id), count) in _counts.Where(entry => entry.Value > 1))
            Report.Progress($"  {category}[{id}]: {Report.Number(count)} times");
    }

    private sealed class Logger(LogSummary summary, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && summary._counts.AddOrUpdate((category, eventId), 1, (_, count) => count + 1) == 1)
                Report.Progress($"  {category}[{eventId}]: {formatter(state, exception)} {exception?.Message}");
        }
    }
}
