using System.Net;
using Microsoft.AspNetCore.Connections;
using Swarm.EdgeSilo.Demo;
using Swarm.EdgeSilo.Store;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.EdgeSilo.Hosting;

/// <summary>Brings a site up in order (store, silo, broker and bridge, console, demo fleet) and takes it down in reverse.</summary>
internal static partial class EdgeSite
{
    private static readonly TimeSpan IntroductionPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IntroductionPeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs until a signal. Returns the exit code: 0 when stopped, 1 when it could not start or could not go on.</summary>
    public static async Task<int> RunAsync(EdgeSiloOptions options)
    {
        using var signals = new StopSignals(Console.Out);
        using var loggers = LoggerFactory.Create(logging => logging.AddSiteLog(options.Verbose, signals.Token));
        var logger = loggers.CreateLogger(typeof(EdgeSite));
        try
        {
            var exitCode = await ServeAsync(options, signals, loggers);
            await Console.Out.WriteLineAsync("Stopped.");
            return exitCode;
        }
        catch (StartupException e)
        {
            LogNotStarted(logger, e);
            await Console.Error.WriteLineAsync($"Not started: {e.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("Stopped before it was up.");
            return 0;
        }
        catch (Exception e)
        {
            LogFailed(logger, e);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(EdgeSiloOptions options, StopSignals signals, ILoggerFactory loggers)
    {
        using var folder = DataFolder.Open(options.DataFolder);
        RequireFree(options.HttpAddress, options.HttpPort, "--http-port", "page");
        if (options.Mqtt is null) RequireFree(IPAddress.Loopback, options.MqttPort, "--mqtt-port", "embedded broker");

        await using var embedded = options.Store.Kind == StoreKind.Embedded
            ? await EmbeddedStore.OpenAsync(folder.StoreFolder, TimeProvider.System, loggers.CreateLogger<EmbeddedStore>(), signals.Token)
            : null;
        var redis = embedded?.ToRedisOptions() ?? (options.Store.Kind == StoreKind.Redis ? options.Store.ToRedisOptions() : null);

        await using var broker = options.Mqtt is null
            ? new EmbeddedBroker(new EmbeddedBrokerOptions { Port = options.MqttPort }, loggers.CreateLogger<EmbeddedBroker>())
            : null;
        await using var app = SiteHost.Build(options, redis, broker, signals);
        try
        {
            await app.StartAsync(signals.Token);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartupException($"{options.HttpAddress}:{options.HttpPort} was taken by another program meanwhile.", e);
        }

        try
        {
            var devicesKnown = await CountDevicesAsync(app, options, signals.Token);
            var site = new SiteFile(
                options.Site.Site.Value,
                Environment.ProcessId,
                PageOf(app),
                (options.Mqtt ?? broker!.Address).ToString(),
                embedded is null ? options.Store.ToString() : $"redis://127.0.0.1:{embedded.Port}");
            folder.Write(site);
            await Console.Out.WriteLineAsync(Screen.Describe(options, site, folder.Path, devicesKnown));
            return await WaitAsync(app, signals.Token);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>How many devices the site knows. Those of the demo are given a moment to introduce themselves.</summary>
    private static async Task<int> CountDevicesAsync(WebApplication app, EdgeSiloOptions options, CancellationToken cancellationToken)
    {
        var site = app.Services.GetRequiredService<IGrainFactory>().Site(options.Site.Site);
        var expected = options.Demo ? app.Services.GetRequiredService<DemoFleet>().DeviceCount : 0;
        var deadline = DateTime.UtcNow + IntroductionPatience;
        while (true)
        {
            var known = (await site.GetDevices()).Count;
            if (known >= expected || DateTime.UtcNow > deadline) return known;
            await Task.Delay(IntroductionPeriod, cancellationToken);
        }
    }

    /// <summary>Waits for a signal (0), or for a part of the site to give up (1); it has logged why.</summary>
    private static async Task<int> WaitAsync(WebApplication app, CancellationToken signalled)
    {
        var stopped = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onSignal = signalled.Register(() => stopped.TrySetResult(0));
        await using var onFailure = app.Lifetime.ApplicationStopping.Register(() => stopped.TrySetResult(1));
        return await stopped.Task;
    }

    /// <summary>With the port that it came to be. Where it listens on all addresses, localhost is one.</summary>
    private static Uri PageOf(WebApplication app)
    {
        var address = new UriBuilder(app.Urls.First());
        if (address.Host is "0.0.0.0" or "[::]") address.Host = "localhost";
        return new Uri(address.Uri.AbsoluteUri);
    }

    private static void RequireFree(IPAddress address, int port, string option, string part)
    {
        if (port != 0 && !FreePort.IsFree(address, port))
            throw new StartupException($"Port {port}, for the {part}, is taken by another program. Choose another with {option} PORT, or 0 for any free one.");
    }

    [LoggerMessage(EventName = "NotStarted", Level = LogLevel.Information, Message = "The site could not start")]
    private static partial void LogNotStarted(ILogger logger, Exception exception);

    [LoggerMessage(EventName = "Failed", Level = LogLevel.Critical, Message = "The site failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
