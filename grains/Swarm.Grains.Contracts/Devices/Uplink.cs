using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>A valid message of a device, and when the bridge took it (site time).</summary>
/// <param name="Retained">It came out of the broker's memory, not from the device just now.</param>
[GenerateSerializer, Immutable, Alias("swarm.Uplink")]
public sealed record Uplink([property: Id(0)] UplinkMessage Message, [property: Id(1)] DateTimeOffset ReceivedAt, [property: Id(2)] bool Retained = false);
