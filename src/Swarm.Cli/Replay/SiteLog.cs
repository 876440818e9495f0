using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Swarm.Cli;

/// <summary>
/// Logs what goes wrong, on the error output: the output is for figures. What a site says while it is stopped in the middle of its
/// work, with cells that still call devices, is of no use to anybody.
/// </summary>
internal sealed class SiteLog
{
    private volatile bool _muted;

    public void Mute() => _muted = true;

    public void Configure(ILoggingBuilder logging) =>
        logging.AddFilter((category, level) => !_muted && level >= LeastOf(category))
            .AddSimpleConsole(console => console.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    private static LogLevel LeastOf(string? category) =>
        category is not null && category.StartsWith("Swarm", StringComparison.Ordinal) ? LogLevel.Warning : LogLevel.Error;
}
