using Microsoft.Extensions.Logging;
using Swarm.Grains;

namespace Swarm.Bridge;

/// <summary>Takes the site's ingest lease when it is free and renews it while it is held.</summary>
internal sealed partial class LeaseKeeper(IGrainFactory grains, BridgeOptions options, TimeProvider time, ILogger<LeaseKeeper> logger)
{
    private readonly TimeSpan _duration = options.Limits.Lease;
    private long _askedAt;
    private bool _granted;

    /// <summary>Names this bridge among those of the site; made anew for each process, so that a successor is never taken for it.</summary>
    public string Holder { get; } = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    /// <summary>
    /// By this process's own clock, counted from before the grant was asked for: it ends here before it ends at the grain.
    /// </summary>
    public bool IsHeld => _granted && time.GetElapsedTime(Volatile.Read(ref _askedAt)) < _duration;

    /// <summary>Asks for the lease, or for more of it. Where the grain cannot be asked, what is held still counts until it ends.</summary>
    public async ValueTask<bool> HoldAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        try
        {
            var lease = await grains.IngestLease(options.Site.Site).Acquire(Holder, _duration).WaitAsync(_duration, time, cancellationToken);
            if (lease is not null && !_granted)
                LogGranted(lease.Epoch, options.Site.Site.Value);
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

    [LoggerMessage(EventName = "LeaseGranted", Level = LogLevel.Information, Message = "This bridge takes in the messages of {Site} (lease epoch {Epoch})")]
    private partial void LogGranted(long epoch, string site);

    [LoggerMessage(EventName = "LeaseLost", Level = LogLevel.Warning, Message = "Another bridge takes in the messages of {Site} now")]
    private partial void LogLost(string site);

    [LoggerMessage(EventName = "LeaseNotAsked", Level = LogLevel.Warning, Message = "The ingest lease could not be asked for: {Cause}")]
    private partial void LogNotAsked(string cause);
}
