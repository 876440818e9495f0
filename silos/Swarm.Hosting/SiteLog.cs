using Microsoft.Extensions.Logging.Console;

namespace Swarm.Hosting;

/// <summary>The log: warnings and worse, one line each, on the error output, so that the screen stays readable.</summary>
internal static class SiteLog
{
    /// <summary>
    /// The first two tell of each call that comes too late, of which an overloaded site has thousands: the grains say it once, for all.
    /// The third prints every option of Orleans. The last warns at each start, since it takes the age of the machine for a delay.
    /// </summary>
    private static readonly string[] Loud =
        ["Orleans.Messaging", "Orleans.Runtime.CallbackData", "Orleans.Runtime.SiloOptionsLogger", "Orleans.Runtime.Watchdog"];

    /// <summary>They tell of calls to grains that have been put away already, which is how a silo stops.</summary>
    private static readonly string[] LoudWhileStopping = ["Orleans.Messaging", "Orleans.Runtime.SiloLifecycleSubject", "Polly", "Swarm.Grains.Edge.PerceptionGrain"];

    /// <param name="logging">Of the host, or for what starts before it.</param>
    /// <param name="verbose">Whether to tell of what goes well, too.</param>
    /// <param name="stopping">Cancelled when the site is about to stop.</param>
    public static void AddSiteLog(this ILoggingBuilder logging, bool verbose, CancellationToken stopping)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning);
        foreach (var category in Loud) logging.AddFilter(category, LogLevel.Error);
        foreach (var category in LoudWhileStopping)
            logging.AddFilter<ConsoleLoggerProvider>(category, level => IsLogged(category, level, verbose) && !stopping.IsCancellationRequested);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static bool IsLogged(string category, LogLevel level, bool verbose) =>
        level >= (Loud.Contains(category) ? LogLevel.Error : verbose ? LogLevel.Information : LogLevel.Warning);
}
