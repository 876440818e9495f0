using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>
/// A simulated site: it moves only by <see cref="Step"/>, knows no clock but its own, and repeats bit for bit for the same seed and the
/// same messages at the same steps. Not thread-safe, but for each device's <see cref="SimulatedDevice.Site"/>.
/// </summary>
public sealed class World
{
    private readonly List<Body> _bodies = [];
    private readonly List<SimulatedDevice> _devices = [];
    private readonly List<DeviceReport> _reports = [];
    private readonly List<Contact> _contacts = [];
    private readonly HashSet<(Body Wagon, Body Person)> _touching = [];
    private readonly WorldClock _clock;
    private readonly DateTimeOffset _start;
    private int _contactCount;

    /// <param name="start">What the world's clock shows at first.</param>
    internal World(DateTimeOffset start) => (_start, _clock) = (start, new(start));

    /// <summary>The length of step that the behaviours are tuned for.</summary>
    public static TimeSpan Tick { get; } = TimeSpan.FromMilliseconds(50);

    public SiteMap Map => Town.Map;

    public IReadOnlyList<Body> Bodies => _bodies;

    public IReadOnlyList<SimulatedDevice> Devices => _devices;

    /// <summary>What the devices sent in the last step, in the order in which they did.</summary>
    public IReadOnlyList<DeviceReport> Reports => _reports;

    /// <summary>Where a wagon in motion has touched a person, since the beginning.</summary>
    public IReadOnlyList<Contact> Contacts => _contacts;

    /// <summary>How many contacts there are; may be read from any thread.</summary>
    public int ContactCount => Volatile.Read(ref _contactCount);

    public DateTimeOffset Time => _clock.GetUtcNow();

    /// <summary>Since the beginning.</summary>
    public TimeSpan Elapsed => Time - _start;

    /// <summary>The world's own time, for what must run on it.</summary>
    public TimeProvider Clock => _clock;

    internal TownPlan Town { get; } = TownPlan.Instance;

    /// <summary>Moves everything on by <paramref name="dt"/>, then lets the devices look and report.</summary>
    public void Step(TimeSpan dt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(dt, TimeSpan.Zero);
        foreach (var body in _bodies)
            body.Move(this, dt.TotalSeconds);
        _clock.Advance(dt);
        NoteContacts();
        Volatile.Write(ref _contactCount, _contacts.Count);
        _reports.Clear();
        foreach (var device in _devices)
            device.Report(this, _reports);
    }

    /// <summary>Lets time pass in which nothing moved and nobody looked, as when the machine slept.</summary>
    internal void SkipTo(DateTimeOffset time)
    {
        if (time > Time)
            _clock.Advance(time - Time);
    }

    internal void Add(Body body)
    {
        _bodies.Add(body);
        if (body is SimulatedDevice device)
            _devices.Add(device);
    }

    /// <summary>Shows a scanner in the middle of a device all that stands or moves at its height.</summary>
    internal void Scan(SimulatedDevice device, RangeScanner scan)
    {
        var (pose, low) = (device.Pose, device.Pose.Z);
        foreach (var obstacle in Town.Obstacles)
        {
            if (obstacle.Height > low)
                scan.Add(pose, obstacle.Outline);
        }

        foreach (var body in _bodies)
        {
            if (body != device && body.Pose.Z < low + device.Size.Height && body.Pose.Z + body.Size.Height > low)
                scan.Add(pose, body.Footprint);
        }
    }

    /// <summary>Whether somebody on foot may begin to cross: nobody on the road will be there soon.</summary>
    internal bool IsClear(Crossing crossing)
    {
        const double Soon = 4.5;
        foreach (var body in _bodies)
        {
            if (body is not RoadUser user || user.AlongX != crossing.AlongX)
                continue;
            var distance = user.DistanceTo(crossing.Area.Centre) - 2;
            if (distance > -5 && distance < Math.Max(1, user.Speed * Soon))
                return false;
        }

        return true;
    }

    /// <summary>Whether a person or a machine is on a crossing.</summary>
    internal bool IsOccupied(Crossing crossing)
    {
        foreach (var body in _bodies)
            if (body is not RoadUser && body.Pose.Z < 2 && crossing.Area.Contains(body.Pose.Plane))
                return true;
        return false;
    }

    /// <summary>Whether somebody on the street will soon be at the junction.</summary>
    internal bool IsStreetBusy()
    {
        const double Soon = 6;
        foreach (var body in _bodies)
        {
            if (body is not RoadUser { AlongX: true } user)
                continue;
            var distance = user.DistanceTo(default) - TownPlan.Kerb;
            if (distance > -(2 * TownPlan.Kerb) - 2 && distance < Math.Max(1, user.Speed * Soon))
                return true;
        }

        return false;
    }

    private void NoteContacts()
    {
        const double Motion = 0.05;
        foreach (var device in _devices)
        {
            if (device is not Wagon wagon)
                continue;
            foreach (var person in _bodies)
            {
                if (!person.IsPerson)
                    continue;
                if (!wagon.Footprint.Overlaps(person.Footprint))
                    _touching.Remove((wagon, person));
                else if (_touching.Add((wagon, person)) && wagon.Velocity.Speed > Motion)
                    _contacts.Add(new(Time, wagon.Id, person.Name, wagon.Velocity.Speed));
            }
        }
    }
}
