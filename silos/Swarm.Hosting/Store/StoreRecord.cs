namespace Swarm.Hosting;

/// <summary>What a silo notes of the store that it started, so that a later one finds it still running after the silo was killed.</summary>
internal sealed record StoreRecord(int ProcessId, int Port, DateTimeOffset Started);
