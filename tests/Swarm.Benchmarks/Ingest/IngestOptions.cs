namespace Swarm.Benchmarks.Ingest;

/// <summary>What to measure, and for how long.</summary>
/// <param name="Into"><c>floor</c>, <c>site</c> or both.</param>
/// <param name="Connections">That the devices share; as many as devices where each has its own.</param>
/// <param name="Seconds">Measured, of each phase.</param>
/// <param name="WarmUpSeconds">Under load, before each phase.</param>
/// <param name="Rate">Messages a second of all devices in the paced phase; 0 for half of what was handled at full speed.</param>
internal sealed record IngestOptions(
    IReadOnlyList<BrokerKind> Brokers, IReadOnlyList<string> Into, int Devices, int Connections, double Seconds, double WarmUpSeconds, double Rate);
