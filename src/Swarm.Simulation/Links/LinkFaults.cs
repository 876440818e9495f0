namespace Swarm.Simulation;

/// <summary>What is wrong with a radio link.</summary>
/// <param name="Delay">Of every message.</param>
/// <param name="Jitter">Mean of what comes on top of it (exponentially distributed); messages stay in order.</param>
/// <param name="Loss">Probability, 0 to 1, that a message which may be lost is lost.</param>
/// <param name="CutEvery">Mean time between cuts, during which nothing gets through; zero for none.</param>
/// <param name="CutFor">How long a cut lasts.</param>
public sealed record LinkFaults(TimeSpan Delay, TimeSpan Jitter, double Loss = 0, TimeSpan CutEvery = default, TimeSpan CutFor = default)
{
    /// <summary>A busy wireless LAN: some delay, some loss, and a shadow of 5 s every two minutes.</summary>
    public static LinkFaults Rough { get; } = new(
        TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(20), Loss: 0.02, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
}
