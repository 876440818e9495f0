namespace Swarm.Benchmarks.Twins;

/// <summary>What twins cost.</summary>
/// <param name="BytesEach">Of the managed heap, garbage collected: activation, timer, state, its copy in the store, the site's view and roster of it.</param>
/// <param name="Seconds">To activate them all, some at a time.</param>
/// <param name="CpuMicrosecondsEach">To activate one.</param>
internal sealed record TwinsRow(int Devices, double BytesEach, double Seconds, double CpuMicrosecondsEach)
{
    public double MicrosecondsEach => Seconds * 1e6 / Devices;
}
