namespace Swarm.Vda5050.Tests;

/// <summary>Random histories of orders over a network that loses, doubles and reorders.</summary>
public sealed class HistoryTests
{
    [Theory]
    [InlineData(ProtocolVersion.V2, true)]
    [InlineData(ProtocolVersion.V2, false)]
    [InlineData(ProtocolVersion.V3, true)]
    [InlineData(ProtocolVersion.V3, false)]
    public void Histories_Any_EndInAgreement(ProtocolVersion version, bool stopsBetweenNodes)
    {
        var ended = new Dictionary<OrderPhase, int>();
        var lengths = new HashSet<int>();

        Seeded.Sample(
            History.Gen, 400,
            history =>
            {
                lengths.Add(history.Length);
                var world = new World(version, stopsBetweenNodes);
                foreach (var (what, choice) in history)
                    world.Step(what, choice);
                world.Settle();
                Agreement.Check(world);
                foreach (var (phase, count) in world.Ended)
                    ended[phase] = ended.GetValueOrDefault(phase) + count;
            });

        // What is never reached is never tested.
        Assert.InRange(lengths.Count, 50, int.MaxValue);
        Assert.All([OrderPhase.Finished, OrderPhase.Cancelled, OrderPhase.BrokenOff], phase => Assert.True(ended.GetValueOrDefault(phase) > 0, $"None was {phase}."));
    }
}
