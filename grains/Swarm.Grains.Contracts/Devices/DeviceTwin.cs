using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>All that the site knows of a device.</summary>
/// <param name="LastSeen">When anything of the device's own last arrived, site time.</param>
/// <param name="PresenceSince">When <paramref name="Presence"/> last changed, site time.</param>
/// <param name="Stops">The latched stops that hold the device now.</param>
/// <param name="Commands">The newest first, at most 20.</param>
/// <param name="Rejections">The newest first, at most 20.</param>
/// <param name="Alignment">How its picture lies on that of the others; null where no cell has said so for some seconds.</param>
/// <param name="Reflex">The last verdict, of a thin device.</param>
/// <param name="Inference">Where the newest of what its cameras saw was found.</param>
/// <param name="Models">As <see cref="DeviceSummary"/>.</param>
/// <param name="RejectedCount">Of all messages refused since the device is known.</param>
[GenerateSerializer, Immutable, Alias("swarm.DeviceTwin")]
public sealed record DeviceTwin(
    [property: Id(0)] DeviceId Id,
    [property: Id(1)] Presence Presence,
    [property: Id(2)] DateTimeOffset? PresenceSince,
    [property: Id(3)] DateTimeOffset? LastSeen,
    [property: Id(4)] Factsheet? Factsheet,
    [property: Id(5)] DeviceState? State,
    [property: Id(6)] DesiredState Desired,
    [property: Id(7)] IReadOnlyList<Stop> Stops,
    [property: Id(8)] IReadOnlyList<CommandStatus> Commands,
    [property: Id(9)] IReadOnlyList<Hazard> Hazards,
    [property: Id(10)] IReadOnlyList<Rejection> Rejections,
    [property: Id(11)] long RejectedCount,
    [property: Id(12)] DeviceAlignment? Alignment = null,
    [property: Id(13)] ReflexReport? Reflex = null,
    [property: Id(14)] InferenceReport? Inference = null,
    [property: Id(15)] IReadOnlyDictionary<string, ModelReport>? Models = null);
