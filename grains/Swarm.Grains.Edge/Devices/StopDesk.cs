using Microsoft.Extensions.Logging;
using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>Keeps up with the site's latched stops on behalf of a device.</summary>
internal sealed partial class StopDesk(
    DeviceId device, ISiteGrain site, DeviceStore store, DeviceDownlink downlink, TimeProvider time, EdgeMetrics metrics, ILogger logger)
{
    /// <summary>The newest list; null until the site has been heard.</summary>
    public StopList? Known { get; private set; }

    /// <summary>
    /// Asks the site which stops there are, once. Not while activating: the site itself may be waiting for that, to say it with
    /// <see cref="IDeviceGrain.UpdateStops"/>.
    /// </summary>
    public async Task EnsureAsync()
    {
        if (Known is not null)
        {
            return;
        }

        try
        {
            await ApplyAsync(await site.GetStops());
        }
        catch (Exception exception)
        {
            // What held the device holds on; the next tick asks again.
            metrics.FailedCall("site");
            LogStopsUnknown(exception, device);
        }
    }

    /// <summary>Takes a list, unless it is no newer than the one known, and sends the commands that follow from it.</summary>
    public async Task ApplyAsync(StopList stops)
    {
        if (Known is not null && stops.Version <= Known.Version)
        {
            return;
        }

        var before = store.Record;
        var commands = before.Commands.Hold(stops, device, before.State?.Pose.Plane, time.GetUtcNow());
        if (!ReferenceEquals(commands, before.Commands))
        {
            await store.CommitAsync(before with { Commands = commands });
        }

        // Only now: had the write failed, the list must count as new when it comes again.
        Known = stops;
        await downlink.SendDueAsync(store.Record.Commands);
    }

    [LoggerMessage(EventId = 3, EventName = "StopsUnknown", Level = LogLevel.Warning,
        Message = "{Device} could not be told which stops hold it; asked again every second.")]
    private partial void LogStopsUnknown(Exception exception, DeviceId device);
}
