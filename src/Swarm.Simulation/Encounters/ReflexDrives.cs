namespace Swarm.Simulation;

/// <summary>How drives through encounters went.</summary>
/// <param name="With">Which parts of the reflex bade.</param>
/// <param name="Touched">Share of the drives in which something was touched in motion.</param>
/// <param name="Metres">Gone on average, those that touched only until then.</param>
public sealed record ReflexDrives(string With, double Touched, double Metres);
