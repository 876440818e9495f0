using System.Net;
using Microsoft.AspNetCore.Connections;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Grains.Edge;
using Swarm.Messaging;

namespace Swarm.Hosting;

/// <summary>
/// A program that is one of the places where inference runs: it brings the place up in order (store, silo, broker and bridge, console, what the
/// program adds) and takes it down in reverse.
/// </summary>
/// <param name="options">From the command line.</param>
/// <param name="name">Of the program, to those who watch it.</param>
public abstract partial class PlaceProgram(PlaceOptions options, string name)
{
    private static readonly TimeSpan IntroductionPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IntroductionPeriod = TimeSpan.FromMilliseconds(100);

    public PlaceOptions Options { get; } = options;

    public string Name { get; } = name;

    /// <summary>What the page draws beneath the devices, or null.</summary>
    public virtual SiteMap? Map => null;

    /// <summary>How many devices come by themselves, for which the start waits a moment.</summary>
    protected virtual int DevicesExpected => 0;

    /// <summary>Runs until a signal. Returns the exit code: 0 when stopped, 1 when it could not start or could not go on.</summary>
    public async Task<int> RunAsync()
    {
        using var signals = new StopSignals(Console.Out);
        using var loggers = LoggerFactory.Create(logging => logging.AddSiteLog(Options.Verbose, signals.Token));
        var logger = loggers.CreateLogger(GetType());
        try
        {
            var exitCode = await ServeAsync(signals, loggers);
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

    /// <summary>What the place's models are to do beside looking at pictures with <paramref name="own"/>.</summary>
    public abstract InferenceOptions Complete(InferenceOptions own, IServiceProvider services);

    /// <summary>Adds grains beside those of <c>Swarm.Grains.Edge</c>.</summary>
    public virtual void AddGrains(ISiloBuilder silo) => ArgumentNullException.ThrowIfNull(silo);

    /// <summary>Adds parts that start once the place serves, and stop before it.</summary>
    /// <param name="broker">The place's broker, asked once the services before have started.</param>
    public abstract void AddServices(IServiceCollection services, Func<BrokerAddress> broker);

    /// <summary>The one screen that says what runs, where, and what to try next.</summary>
    /// <param name="dataFolder">Absolute.</param>
    /// <param name="devicesKnown">How many there are.</param>
    /// <param name="model">What looks at pictures; null for none.</param>
    protected abstract string Describe(SiteFile site, string dataFolder, int devicesKnown, string? model);

    private async Task<int> ServeAsync(StopSignals signals, ILoggerFactory loggers)
    {
        var options = Options;
        using var folder = DataFolder.Open(options.DataFolder);
        RequireFree(options.HttpAddress, options.HttpPort, "--http-port", "page");
        if (options.Mqtt is null) RequireFree(IPAddress.Loopback, options.MqttPort, "--mqtt-port", "embedded broker");

        using var detector = PlaceDetector.Open(options.ModelManifest, options.Model is not null, options.ModelSize);
        await using var embedded = options.Store.Kind == StoreKind.Embedded
            ? await EmbeddedStore.OpenAsync(folder.StoreFolder, TimeProvider.System, loggers.CreateLogger<EmbeddedStore>(), signals.Token)
            : null;
        var redis = embedded?.ToRedisOptions() ?? (options.Store.Kind == StoreKind.Redis ? options.Store.ToRedisOptions() : null);

        await using var broker = options.Mqtt is null
            ? new EmbeddedBroker(new EmbeddedBrokerOptions { Port = options.MqttPort }, loggers.CreateLogger<EmbeddedBroker>())
            : null;
        await using var app = PlaceHost.Build(this, detector, redis, broker, signals);
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
            var devicesKnown = await CountDevicesAsync(app, signals.Token);
            var site = new SiteFile(
                options.Site.Site.Value,
                Environment.ProcessId,
                PageOf(app),
                (options.Mqtt ?? broker!.Address).ToString(),
                embedded is null ? options.Store.ToString() : $"redis://127.0.0.1:{embedded.Port}");
            folder.Write(site);
            await Console.Out.WriteLineAsync(Describe(site, folder.Path, devicesKnown, detector?.Finder.Model));
            return await WaitAsync(app, signals.Token);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>How many devices the site knows. Those of the demo are given a moment to introduce themselves.</summary>
    private async Task<int> CountDevicesAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var site = app.Services.GetRequiredService<IGrainFactory>().Site(Options.Site.Site);
        var deadline = DateTime.UtcNow + IntroductionPatience;
        while (true)
        {
            var known = (await site.GetDevices()).Count;
            if (known >= DevicesExpected || DateTime.UtcNow > deadline) return known;
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
