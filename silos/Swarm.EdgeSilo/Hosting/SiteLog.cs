using Microsoft.Extensions.Logging.Console;

namespace Swarm.EdgeSilo.Hosting;

/// <summary>The log: warnings and worse, one line each, on the error output, so that the screen stays readable.</summary>
internal static class SiteLog
{
    /// <summary>They tell of calls to grains that have been put away already, which is how a silo stops.</summary>
    private static readonly string[] LoudWhileStopping = ["Orleans.Messaging", "Orleans.Runtime.SiloLifecycleSubject", "Swarm.Grains.Edge.PerceptionGrain"];

    /// <param name="logging">Of the host, or for what starts before it.</param>
    /// <param name="verbose">Whether to tell of what goes well, too.</param>
    /// <param name="stopping">Cancelled when the site is about to stop.</param>
    public static void AddSiteLog(this ILoggingBuilder logging, bool verbose, CancellationToken stopping)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning);
        // The former prints every option of Orleans; the latter warns at each start, since it takes the age of the machine for a delay.
        logging.AddFilter("Orleans.Runtime.SiloOptionsLogger", LogLevel.Warning);
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        if (!verbose)
        {
            foreach (var category in LoudWhileStopping)
                logging.AddFilter<ConsoleLoggerProvider>(category, level => level >= LogLevel.Warning && !stopping.IsCancellationRequested);
        }

        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
