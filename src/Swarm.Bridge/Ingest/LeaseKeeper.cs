using Microsoft.Extensions.Logging;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>
/// Takes the site's ingest lease when it is free and renews it while it is held; gives it up where it is of no use because the broker cannot
/// be reached from here.
/// </summary>
internal sealed partial class LeaseKeeper(IGrainFactory grains, BridgeOptions options, TimeProvider time, ILogger<LeaseKeeper> logger)
{
    private readonly TimeSpan _duration = options.Limits.Lease;
    private long _askedAt;
    private bool _granted;
    private bool _connected;
    private long _uselessSince;
    private long? _leftAt;

    /// <summary>Names this bridge among those of the site; made anew for each process, so that a successor is never taken for it.</summary>
    public string Holder { get; } = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    /// <summary>
    /// By this process's own clock, counted from before the grant was asked for: it ends here before it ends at the grain.
    /// </summary>
    public bool IsHeld => _granted && time.GetElapsedTime(Volatile.Read(ref _askedAt)) < _duration;

    /// <summary>Asks for the lease, or for more of it. Where the grain cannot be asked, what is held still counts until it ends.</summary>
    public async ValueTask<bool> HoldAsync(CancellationToken cancellationToken)
    {
        if (await IsLeftToOthersAsync())
            return false;

        var asked = time.GetTimestamp();
        try
        {
            var lease = await grains.IngestLease(options.Site.Site).Acquire(Holder, _duration).WaitAsync(_duration, time, cancellationToken);
            if (lease is not null && !_granted)
            {
                Volatile.Write(ref _uselessSince, asked);
                LogGranted(lease.Epoch, options.Site.Site.Value);
            }
            else if (lease is null && _granted)
                LogLost(options.Site.Site.Value);

            _granted = lease is not null;
            Volatile.Write(ref _askedAt, asked);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotAsked(exception.Message);
        }

        return IsHeld;
    }

    /// <summary>Says whether the broker is connected: a lease is held for that alone.</summary>
    public void NoteConnected(bool connected)
    {
        Volatile.Write(ref _uselessSince, time.GetTimestamp());
        Volatile.Write(ref _connected, connected);
    }

    public async Task ReleaseAsync()
    {
        _granted = false;
        try
        {
            await grains.IngestLease(options.Site.Site).Release(Holder).WaitAsync(_duration, time);
        }
        catch (Exception exception)
        {
            LogNotAsked(exception.Message);
        }
    }

    private async ValueTask<bool> IsLeftToOthersAsync()
    {
        var patience = options.Limits.WithoutBroker;
        if (_granted && !Volatile.Read(ref _connected) && time.GetElapsedTime(Volatile.Read(ref _uselessSince)) >= patience)
        {
            LogUseless(options.Broker, patience);
            _leftAt = time.GetTimestamp();
            await ReleaseAsync();
        }

        return _leftAt is { } left && time.GetElapsedTime(left) < patience;
    }

    [LoggerMessage(EventName = "LeaseUseless", Level = LogLevel.Warning,
        Message = "{Broker} was not reached for {Patience}: the ingest lease is left to other bridges for as long")]
    private partial void LogUseless(BrokerAddress? broker, TimeSpan patience);

    [LoggerMessage(EventName = "LeaseGranted", Level = LogLevel.Information, Message = "This bridge takes in the messages of {Site} (lease epoch {Epoch})")]
    private partial void LogGranted(long epoch, string site);

    [LoggerMessage(EventName = "LeaseLost", Level = LogLevel.Warning, Message = "Another bridge takes in the messages of {Site} now")]
    private partial void LogLost(string site);

    [LoggerMessage(EventName = "LeaseNotAsked", Level = LogLevel.Warning, Message = "The ingest lease could not be asked for: {Cause}")]
    private partial void LogNotAsked(string cause);
}
