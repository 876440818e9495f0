namespace Swarm.Benchmarks.Reflex;

/// <summary>What one way to an answer costs.</summary>
/// <param name="Nanoseconds">Of processor time.</param>
internal sealed record KernelRow(string What, double Nanoseconds, double Bytes);
