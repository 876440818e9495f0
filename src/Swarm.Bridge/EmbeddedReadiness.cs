using Swarm.Grains;

namespace Swarm.Bridge;

/// <summary>With the broker in this process: whether it listens.</summary>
internal sealed class EmbeddedReadiness(BridgeOptions options) : IReadiness
{
    public Task<PartReadiness> CheckAsync(CancellationToken cancellationToken)
    {
        var broker = options.Embedded!;
        return Task.FromResult(broker.IsStarted
            ? new PartReadiness("broker", true, $"the embedded broker listens at {broker.Address}")
            : new PartReadiness("broker", false, "the embedded broker does not listen"));
    }
}
