using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Benchmarks.Twins;

/// <summary>Nobody is there to be sent anything.</summary>
internal sealed class NoDownlink : IDownlink
{
    public ValueTask<bool> SendAsync(DeviceId device, DownlinkMessage message, CancellationToken cancellationToken = default) => ValueTask.FromResult(true);

    public ValueTask<bool> ClearDesiredAsync(DeviceId device, CancellationToken cancellationToken = default) => ValueTask.FromResult(true);

    public ValueTask<bool> RetainModelAsync(string name, string version, ReadOnlyMemory<byte> package, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(true);
}
