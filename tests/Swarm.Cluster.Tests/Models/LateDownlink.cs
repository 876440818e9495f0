using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Cluster.Tests;

/// <summary>The bridge's way down, for a silo that starts before it.</summary>
internal sealed class LateDownlink : IDownlink
{
    public IDownlink? Bridge { get; set; }

    public ValueTask<bool> SendAsync(DeviceId device, DownlinkMessage message, CancellationToken cancellationToken = default) =>
        Bridge?.SendAsync(device, message, cancellationToken) ?? new(false);

    public ValueTask<bool> ClearDesiredAsync(DeviceId device, CancellationToken cancellationToken = default) =>
        Bridge?.ClearDesiredAsync(device, cancellationToken) ?? new(false);

    public ValueTask<bool> RetainModelAsync(string name, string version, ReadOnlyMemory<byte> package, CancellationToken cancellationToken = default) =>
        Bridge?.RetainModelAsync(name, version, package, cancellationToken) ?? new(false);
}
