using CsCheck;

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

        History.Gen.Sample(
            history =>
            {
                var world = new World(version, stopsBetweenNodes);
                foreach (var (what, choice) in history)
                    world.Step(what, choice);
                world.Settle();
                Agreement.Check(world);
                foreach (var (phase, count) in world.Ended)
                    ended[phase] = ended.GetValueOrDefault(phase) + count;
            },
            iter: 500, threads: 1);

        // What is never reached is never tested.
        Assert.All([OrderPhase.Finished, OrderPhase.Cancelled, OrderPhase.BrokenOff], phase => Assert.True(ended.GetValueOrDefault(phase) > 0, $"None was {phase}."));
    }
}
