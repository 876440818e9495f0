using Microsoft.Extensions.Logging;
using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>A device's record: what changes its course is stored before it counts, telemetry is kept here and stored every few seconds.</summary>
internal sealed partial class DeviceStore(
    IPersistentState<DeviceRecord> store, DeviceId device, TimeProvider time, EdgeMetrics metrics, ILogger logger)
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(5);

    private DateTimeOffset _written = time.GetUtcNow();

    public DeviceRecord Record { get; private set; } = store.State;

    /// <summary>It holds telemetry that is not stored yet.</summary>
    public bool IsDirty { get; private set; }

    public bool IsFlushDue => IsDirty && time.GetUtcNow() - _written >= FlushEvery;

    /// <summary>Takes a record whose changes may be lost.</summary>
    public void Keep(DeviceRecord next) => (Record, IsDirty) = (next, true);

    /// <summary>Stores a record; it counts once this completes.</summary>
    public async Task CommitAsync(DeviceRecord next)
    {
        store.State = next;
        try
        {
            await store.WriteStateAsync();
        }
        catch
        {
            metrics.FailedWrite("device");
            throw;
        }

        Record = next;
        IsDirty = false;
        _written = time.GetUtcNow();
    }

    /// <summary>Stores what is held; where that fails, the next time will do.</summary>
    public async Task FlushAsync()
    {
        try
        {
            await CommitAsync(Record);
        }
        catch (Exception exception)
        {
            LogNotFlushed(exception, device);
        }
    }

    public async Task ClearAsync()
    {
        await store.ClearStateAsync();
        (Record, IsDirty) = (new DeviceRecord(), false);
    }

    [LoggerMessage(EventId = 4, EventName = "NotFlushed", Level = LogLevel.Warning,
        Message = "The telemetry of {Device} could not be stored; tried again.")]
    private partial void LogNotFlushed(Exception exception, DeviceId device);
}
