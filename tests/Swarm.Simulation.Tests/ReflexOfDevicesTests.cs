using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Simulation.Tests;

public sealed class ReflexOfDevicesTests
{
    /// <summary>Every brake of the fleet goes through the reflex: nothing speeds up beyond what it allowed in that step.</summary>
    [Fact]
    public void Step_WholeTown_NoDeviceAcceleratesBeyondItsVerdict()
    {
        var world = Scenes.Demo(seed: 9, Run.Start);
        var before = world.Devices.ToDictionary(device => device.Id, _ => 0.0);
        var (stops, slows, goes) = (0, 0, 0);
        Run.For(world, 40, () =>
        {
            foreach (var device in world.Devices.Where(device => device.Factsheet.Kind != DeviceKind.Camera))
            {
                var speed = device.Velocity.Speed;
                if (speed > before[device.Id] + 1e-6)
                {
                    // On a bend the chord that a step covers is shorter than the way.
                    Assert.True(speed <= device.Verdict.Speed + 1e-6, $"{device.Id} at {speed} m/s where {device.Verdict} after {world.Elapsed}");
                    Assert.NotEqual(ReflexReason.None, device.Verdict.Reason);
                }

                before[device.Id] = speed;
                _ = device.Verdict.Action switch { ReflexAction.Go => goes++, ReflexAction.Slow => slows++, _ => stops++ };
            }
        });

        Assert.True(stops > 100 && slows > 100 && goes > 1000, $"{stops} stops, {slows} slow, {goes} go");
    }

    [Fact]
    public void Scan_WagonInTheTown_SeesWhatStandsBesideItAndNotTheDronesAbove()
    {
        var world = Scenes.ChildBehindVan(seed: 1, Run.Start);
        var wagon = world.Devices.Single(device => device.Id.Value == Scenes.BlindWagon);
        Run.For(world, 5);
        var scan = new RangeScanner();
        world.Scan(wagon, scan);

        // The houses are 4.6 m to its left, the nearest van 0.65 m from its middle to the right.
        Assert.Equal(10.5 - wagon.Pose.Y, scan.Ranges[9], 0.02);
        Assert.InRange(scan.Ranges[27], 0.6, 0.75);
    }
}
