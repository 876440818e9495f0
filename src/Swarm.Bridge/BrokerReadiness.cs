using Swarm.Grains;

namespace Swarm.Bridge;

/// <summary>
/// With a broker of its own process: what this silo sends must reach it, and what devices send must come in here if this bridge holds the
/// ingest lease. Where another bridge holds it, that is the other's business.
/// </summary>
internal sealed class BrokerReadiness(BridgeOptions options, BrokerDownlink downlink, ExternalIngest ingest, LeaseKeeper lease) : IReadiness
{
    private const string Part = "broker";

    public Task<PartReadiness> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(Check());

    private PartReadiness Check() => (downlink.IsConnected, ingest.IsConnected, lease.IsHeld) switch
    {
        (false, _, _) => new(Part, false, $"no connection to {options.Broker}"),
        (_, true, _) => new(Part, true, $"connected to {options.Broker}; this bridge takes messages in"),
        (_, _, true) => new(Part, false, $"this bridge holds the ingest lease, but has no ingest session at {options.Broker}"),
        _ => new(Part, true, $"connected to {options.Broker}; another bridge takes messages in, or none yet"),
    };
}
