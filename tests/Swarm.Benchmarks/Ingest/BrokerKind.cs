namespace Swarm.Benchmarks.Ingest;

internal enum BrokerKind
{
    Embedded,
    Mosquitto,
}
