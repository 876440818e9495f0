using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>The way from a grain to its device: a silo's own publisher connection. Registered once per silo by the bridge.</summary>
public interface IDownlink
{
    /// <summary>
    /// Sends a message to the channel that its type belongs to. Hazards, tracks and time replies go with QoS 0 and are dropped where
    /// there is no connection; commands (QoS 1) and desired state (QoS 1, retained) complete when the broker has them.
    /// </summary>
    /// <returns>False when the message could not be handed to a broker now; the sender decides whether to try again.</returns>
    ValueTask<bool> SendAsync(DeviceId device, DownlinkMessage message, CancellationToken cancellationToken = default);

    /// <summary>Clears the desired state that is retained for a device, by an empty message: nothing is wanted of it any more.</summary>
    /// <returns>False when no broker took it.</returns>
    ValueTask<bool> ClearDesiredAsync(DeviceId device, CancellationToken cancellationToken = default);

    /// <summary>Retains the package of a version of a model for all devices of the site (QoS 1).</summary>
    /// <returns>False when no broker took it.</returns>
    ValueTask<bool> RetainModelAsync(string name, string version, ReadOnlyMemory<byte> package, CancellationToken cancellationToken = default);
}
