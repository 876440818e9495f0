using Swarm.Domain;
using Swarm.Perception;
using Swarm.Simulation;

namespace Swarm.Benchmarks.Street;

/// <summary>Plays the simulated town into a tracker and holds the tracks against where people and vehicles are, and are a while later.</summary>
internal static class StreetRun
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    public static StreetRow Measure(MotionKind motion, AssociationKind association, ulong seed, double seconds)
    {
        var world = Scenes.Demo(seed, Start);
        var tracker = new Tracker(
            new TrackerOptions { Motions = Enum.GetValues<ObjectClass>().ToDictionary(each => each, _ => motion), Association = association }, "bench");
        var errors = new StreetErrors();
        var next = TimeSpan.Zero;
        while (world.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            world.Step(World.Tick);
            foreach (var (device, message) in world.Reports)
                Take(tracker, device, message, world.Time);
            if (world.Elapsed < next)
                continue;
            next += Tick;
            tracker.Advance(world.Time);
            foreach (var body in world.Bodies.Where(body => body is not SimulatedDevice))
                errors.Compare(body, world.Elapsed, tracker.Tracks);
        }

        return errors.Row(motion, association);
    }

    private static void Take(Tracker tracker, SimulatedDevice device, UplinkMessage message, DateTimeOffset now)
    {
        if (message is DetectionFrame frame)
            tracker.Observe(SiteFrame.ToSite(device.Id, frame), now);
        else if (message is DeviceState state)
        {
            tracker.Move(new(
                device.Id,
                device.Factsheet.Kind,
                state.Time,
                state.Pose,
                state.Covariance,
                state.Velocity,
                state.YawRate ?? 0,
                device.Factsheet.Size,
                device.Factsheet.Sensors));
        }
    }
}
