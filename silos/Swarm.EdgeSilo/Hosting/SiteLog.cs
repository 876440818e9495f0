using Microsoft.Extensions.Logging.Console;

namespace Swarm.EdgeSilo.Hosting;

/// <summary>The log: warnings and worse, one line each, on the error output, so that the screen stays readable.</summary>
internal static class SiteLog
{
    public static void AddSiteLog(this ILoggingBuilder logging, bool verbose)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning);
        // The former prints every option of Orleans; the latter warns at each start, since it takes the age of the machine for a delay.
        logging.AddFilter("Orleans.Runtime.SiloOptionsLogger", LogLevel.Warning);
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
