using Orleans.Concurrency;
using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>The twin of one device; its key is <c>site/device</c>.</summary>
[Alias("swarm.IDeviceGrain")]
public interface IDeviceGrain : IGrainWithStringKey
{
    /// <summary>Takes messages of the device, in the order that it sent them. When this returns they are safe as far as
    /// they must be: transitions are stored, telemetry is in memory. It fails after 5 s, as when a silo has died: the batch must come again then.</summary>
    [Alias("Receive")]
    [ResponseTimeout("00:00:05")]
    Task Receive([Immutable] IReadOnlyList<Uplink> batch);

    /// <summary>
    /// Answers a scan of a thin device by a drive command, not waiting for whatever else goes on in the twin. A device that has not sent its factsheet is
    /// not answered: nobody knows how large and how fast it is.
    /// </summary>
    [Alias("Sense")]
    [AlwaysInterleave]
    [ResponseTimeout("00:00:01")]
    Task Sense(RangeScan scan);

    /// <summary>Notes messages that the bridge refused: the newest ones with their reason, and how many there were.</summary>
    [Alias("Reject")]
    [ResponseTimeout("00:00:05")]
    Task Reject(IReadOnlyList<Rejection> newest, long count);

    [Alias("GetTwin")]
    [AlwaysInterleave]
    Task<DeviceTwin> GetTwin();

    [Alias("GetSummary")]
    [AlwaysInterleave]
    Task<DeviceSummary> GetSummary();

    /// <summary>Stores a new desired state, one version up, and sends it.</summary>
    [Alias("SetDesired")]
    Task<DesiredState> SetDesired(double? maxSpeed, IReadOnlyDictionary<string, string>? properties);

    /// <summary>Which versions of models the device is to run, by the models' names; all others are those of its program. Stores and sends a new desired state, if it changes anything.</summary>
    [Alias("SetModels")]
    [ResponseTimeout("00:00:05")]
    Task SetModels(IReadOnlyDictionary<string, ModelChoice> models);

    /// <summary>Stores a speed limit command with the next epoch and sends it until it is answered or expires.</summary>
    [Alias("LimitSpeed")]
    Task<DeviceCommand> LimitSpeed(double maxSpeed, TimeSpan validFor, string? reason);

    /// <summary>The latched stops of the site have changed; only the list with the highest version counts.</summary>
    [Alias("UpdateStops")]
    [ResponseTimeout("00:00:05")]
    Task UpdateStops(StopList stops);

    /// <summary>
    /// What the cell where this device is sees for it now: its hazards, and the tracks near it that it did not see itself. Sent on to the
    /// device, not waiting for a write under way.
    /// </summary>
    /// <param name="hazards">Null where they are not due.</param>
    /// <param name="tracks">Null where there is nothing to tell.</param>
    [Alias("UpdateSurroundings")]
    [AlwaysInterleave]
    [ResponseTimeout("00:00:02")]
    Task UpdateSurroundings(HazardList? hazards, TrackList? tracks);

    /// <summary>By how much the device's picture is off the shared one, told once a second by the cell where it is.</summary>
    [Alias("UpdateAlignment")]
    [AlwaysInterleave]
    [ResponseTimeout("00:00:02")]
    Task UpdateAlignment(DeviceAlignment alignment);

    /// <summary>Erases the device's state and deactivates.</summary>
    [Alias("Forget")]
    Task Forget();
}
