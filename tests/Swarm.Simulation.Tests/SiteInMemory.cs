using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Simulation.Tests;

/// <summary>A site around a world, on the world's time: links with a delay, the real fusion and hazards at ten ticks a second.</summary>
/// <param name="warns">Whether it tells devices of hazards; otherwise its lists are empty.</param>
internal sealed class SiteInMemory(World world, bool warns, LinkFaults faults)
{
    private static readonly TimeSpan FusionTick = TimeSpan.FromMilliseconds(100);

    private readonly Tracker _tracker = new(new TrackerOptions(), "test");
    private readonly HazardAssessment _assessment = new(new HazardOptions());
    private readonly Dictionary<SimulatedDevice, (FaultyLink<UplinkMessage> Up, FaultyLink<DownlinkMessage> Down)> _links = world.Devices
        .Select((device, i) => (device, i))
        .ToDictionary(pair => pair.device, pair => (
            new FaultyLink<UplinkMessage>(faults, (ulong)(2 * pair.i)), new FaultyLink<DownlinkMessage>(faults, (ulong)(2 * pair.i) + 1)));

    private readonly Dictionary<DeviceId, TrackSharing> _sharing = world.Devices.ToDictionary(device => device.Id, _ => new TrackSharing(FusionTick));

    private TimeSpan _nextTick;

    /// <summary>A wireless LAN and a broker in good order.</summary>
    public static LinkFaults GoodLink { get; } = new(TimeSpan.FromMilliseconds(15), TimeSpan.FromMilliseconds(5));

    /// <summary>Raised when a device gets a list with hazards in it.</summary>
    public event Action<SimulatedDevice, HazardList>? Warned;

    public void RunFor(double seconds, Action? each = null)
    {
        var end = world.Elapsed + TimeSpan.FromSeconds(seconds);
        while (world.Elapsed < end)
        {
            world.Step(World.Tick);
            Deliver();
            each?.Invoke();
        }
    }

    private void Deliver()
    {
        foreach (var (device, message) in world.Reports)
            _links[device].Up.Send(message, world.Time, mayBeLost: true);
        foreach (var (device, link) in _links)
            foreach (var message in link.Up.Receive(world.Time))
                Take(device, message);

        if (world.Elapsed >= _nextTick)
        {
            _nextTick = world.Elapsed + FusionTick;
            Tick();
        }

        foreach (var (device, link) in _links)
        {
            foreach (var message in link.Down.Receive(world.Time))
            {
                device.Site.Receive(message);
                if (message is HazardList { Hazards.Count: > 0 } list)
                    Warned?.Invoke(device, list);
            }
        }
    }

    private void Take(SimulatedDevice device, UplinkMessage message)
    {
        if (message is DetectionFrame frame)
            _tracker.Observe(SiteFrame.ToSite(device.Id, frame), world.Time);
        else if (message is DeviceState { Velocity: var velocity, YawRate: var yawRate } state)
            _tracker.Move(new(
                device.Id, device.Factsheet.Kind, state.Time, state.Pose, state.Covariance, velocity, yawRate ?? 0, device.Size, device.Factsheet.Sensors));
    }

    private void Tick()
    {
        _tracker.Advance(world.Time);
        var (tracks, motions) = (_tracker.Tracks, _tracker.Devices);
        foreach (var motion in motions)
        {
            var (device, link) = _links.Single(entry => entry.Key.Id == motion.Device);
            var hazards = warns ? _assessment.Assess(motion, tracks, motions, world.Time, _tracker.WhoSees) : [];
            link.Down.Send(new HazardList(world.Time, hazards), world.Time, mayBeLost: true);
            Tell(link.Down, _sharing[motion.Device], HazardAssessment.Unseen(motion, tracks, radius: 40));
        }
    }

    private void Tell(FaultyLink<DownlinkMessage> down, TrackSharing sharing, IReadOnlyList<Track> unseen)
    {
        var due = sharing.Due(unseen, world.Time);
        var gone = sharing.Gone(unseen);
        if (due.Count == 0 && gone.Count == 0)
            return;
        sharing.Note(due, gone, world.Time);
        down.Send(new TrackList(world.Time, due, gone), world.Time, mayBeLost: true);
    }
}
