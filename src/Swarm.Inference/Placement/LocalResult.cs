namespace Swarm.Inference;

/// <summary>What the device's own model says.</summary>
/// <param name="Joules">What it took to say so.</param>
public readonly record struct LocalResult<TOutput>(TOutput Output, LocalSummary Summary, string ModelVersion, double Joules);
