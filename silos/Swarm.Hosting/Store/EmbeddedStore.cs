using System.Net;
using StackExchange.Redis;

namespace Swarm.Hosting;

/// <summary>
/// The durable store of a site that was given none: a Garnet server beside the silo, started again should it die, stopped with the
/// silo, and found again by the next silo should this one be killed.
/// </summary>
internal sealed partial class EmbeddedStore : IAsyncDisposable
{
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AdoptPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingPeriod = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(1);

    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _watch;
    private GarnetProcess _server;

    private EmbeddedStore(GarnetProcess server, string folder, TimeProvider time, ILogger logger)
    {
        _server = server;
        _folder = folder;
        _time = time;
        _logger = logger;
        _watch = WatchAsync(_stopping.Token);
    }

    public int Port => _server.Port;

    public ConfigurationOptions ToRedisOptions() => StoreChoice.RedisAt(new IPEndPoint(IPAddress.Loopback, Port));

    /// <summary>Adopts the server that still runs on <paramref name="folder"/>, or starts one, and waits until it answers.</summary>
    /// <exception cref="StartupException">It cannot be found or does not become ready.</exception>
    public static async Task<EmbeddedStore> OpenAsync(
        string folder, TimeProvider time, ILogger<EmbeddedStore> logger, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var record = JsonFile.Read(RecordFile(folder), JsonFile.Default.StoreRecord);
        var server = record is null ? null : await AdoptAsync(record, folder, time, logger, cancellationToken);
        server ??= await StartAsync(StartPort(record), folder, time, logger, cancellationToken);
        return new EmbeddedStore(server, folder, time, logger);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        await _server.StopAsync(CancellationToken.None);
        File.Delete(RecordFile(_folder));
        _server.Dispose();
        _stopping.Dispose();
    }

    private static string RecordFile(string folder) => Path.Combine(folder, "garnet.json");

    private static async Task<GarnetProcess?> AdoptAsync(
        StoreRecord record, string folder, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var server = GarnetProcess.Find(record, folder);
        if (server is null) return null;
        if (await BecomesReadyAsync(server, AdoptPatience, time, cancellationToken))
        {
            LogAdopted(logger, server.Id, server.Port);
            return server;
        }

        // It is ours and deaf. Two servers must not write to one folder.
        LogDeaf(logger, server.Id, server.Port);
        await server.StopAsync(cancellationToken);
        server.Dispose();
        return null;
    }

    /// <summary>The port it had before, if that is still free.</summary>
    private static int StartPort(StoreRecord? record) =>
        record is not null && FreePort.IsFree(IPAddress.Loopback, record.Port) ? record.Port : FreePort.Find();

    private static async Task<GarnetProcess> StartAsync(
        int port, string folder, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var server = GarnetProcess.Start(GarnetProgram.Find(), port, folder);
        var ready = false;
        try
        {
            JsonFile.Write(RecordFile(folder), server.ToRecord(), JsonFile.Default.StoreRecord);
            ready = await BecomesReadyAsync(server, ReadyPatience, time, cancellationToken);
            if (!ready)
            {
                throw new StartupException(
                    $"The embedded store {(server.HasExited ? "ended at once" : $"was not ready within {ReadyPatience.TotalSeconds} s")}; its log is "
                    + $"{GarnetProcess.LogFile(folder)}. Another store can be chosen: --store memory, or --store redis://HOST:PORT.");
            }

            LogStarted(logger, server.Id, server.Port);
            return server;
        }
        finally
        {
            if (!ready)
            {
                await server.StopAsync(CancellationToken.None);
                server.Dispose();
            }
        }
    }

    private static async Task<bool> BecomesReadyAsync(
        GarnetProcess server, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (!server.HasExited && time.GetElapsedTime(began) < patience)
        {
            if (await RedisPing.AnswersAsync(server.Port, cancellationToken)) return !server.HasExited;
            await Task.Delay(PingPeriod, time, cancellationToken);
        }

        return false;
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await _server.WaitForExitAsync(stopping);
                LogDied(_logger, _server.Id);
                await Task.Delay(RestartPause, _time, stopping);
                try
                {
                    var successor = await StartAsync(_server.Port, _folder, _time, _logger, stopping);
                    _server.Dispose();
                    _server = successor;
                }
                catch (StartupException e)
                {
                    LogNotRestarted(_logger, e);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    [LoggerMessage(EventName = "StoreStarted", Level = LogLevel.Information, Message = "The embedded store runs as process {ProcessId} on port {Port}")]
    private static partial void LogStarted(ILogger logger, int processId, int port);

    [LoggerMessage(EventName = "StoreAdopted", Level = LogLevel.Information, Message = "Found the embedded store of an earlier silo running as process {ProcessId} on port {Port}")]
    private static partial void LogAdopted(ILogger logger, int processId, int port);

    [LoggerMessage(EventName = "StoreDeaf", Level = LogLevel.Warning, Message = "The embedded store of an earlier silo, process {ProcessId}, does not answer on port {Port}; it is ended and started again")]
    private static partial void LogDeaf(ILogger logger, int processId, int port);

    [LoggerMessage(EventName = "StoreDied", Level = LogLevel.Error, Message = "The embedded store, process {ProcessId}, has ended; it is started again")]
    private static partial void LogDied(ILogger logger, int processId);

    [LoggerMessage(EventName = "StoreNotRestarted", Level = LogLevel.Error, Message = "The embedded store could not be started again; trying on")]
    private static partial void LogNotRestarted(ILogger logger, Exception exception);
}
