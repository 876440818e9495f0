namespace Swarm.Vda5050.Tests;

/// <summary>Fleet control dies at every point of a history: after each write, before and after each of the messages that follow it.</summary>
public sealed class DeathTests
{
    private static readonly Event[] Likely =
    [
        Event.Deliver, Event.Deliver, Event.Deliver, Event.Deliver, Event.Deliver, Event.Deliver, Event.Assign, Event.Extend, Event.Extend,
        Event.Drive, Event.Drive, Event.Drive, Event.Act, Event.Act, Event.Time, Event.Instant, Event.Zone, Event.Cancel, Event.Lose,
    ];

    [Theory]
    [InlineData(ProtocolVersion.V2, 1)]
    [InlineData(ProtocolVersion.V2, 2)]
    [InlineData(ProtocolVersion.V3, 3)]
    [InlineData(ProtocolVersion.V3, 4)]
    public void Death_AtEachPoint_EndsInAgreement(ProtocolVersion version, int seed)
    {
        var points = Play(version, seed, death: null).FleetInputs;

        Assert.InRange(points, 40, 400);
        for (var input = 0; input < points; input++)
        {
            for (var messages = 0; messages < 2; messages++)
                Agreement.Check(Play(version, seed, (input, messages)));
        }
    }

    private static World Play(ProtocolVersion version, int seed, (int Input, int Messages)? death)
    {
        var random = new Random(seed);
        var world = new World(version, stopsBetweenNodes: true) { Death = death };
        for (var i = 0; i < 80; i++)
            world.Step(Likely[random.Next(Likely.Length)], random.Next(1_000_000));
        world.Settle();
        return world;
    }
}
