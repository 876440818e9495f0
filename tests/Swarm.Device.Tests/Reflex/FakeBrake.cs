using Swarm.Inference;

namespace Swarm.Device.Tests;

/// <summary>Notes what it is told, and does what a test wants then.</summary>
internal sealed class FakeBrake : IBrake
{
    public List<(long Tick, ReflexVerdict Verdict, double Speed)> Orders { get; } = [];

    public Action<long>? Applied { get; set; }

    public void Apply(long tick, in ReflexVerdict verdict, double speed)
    {
        Orders.Add((tick, verdict, speed));
        Applied?.Invoke(tick);
    }
}
