using Swarm.Device;
using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Puts actors into a world.</summary>
internal sealed class Cast(World world, TimeProvider clock)
{
    private readonly TownPlan _town = world.Town;

    public void Add(Body body) => world.Add(body);

    /// <summary>A wagon that goes to and fro past the row of vans.</summary>
    public Wagon AddShuttle(string id, int bay, Dice dice)
    {
        var at = _town.Ways.ShuttleWest;
        var pose = At(at) with { Y = TownPlan.Kerb + 0.4 };
        return AddWagon(id, pose, at, Errands.Shuttle(_town.Ways), bay, dice);
    }

    /// <summary>A wagon that delivers all over town, beginning at a door of its own.</summary>
    public void AddCourier(string id, int index, Dice dice)
    {
        var doors = _town.Ways.Doors;
        var at = doors[index * doors.Count / TownWays.BayCount];
        AddWagon(id, At(at), at, Errands.Deliveries(_town.Ways), index, dice);
    }

    /// <summary>A wagon that stands where it is.</summary>
    public void AddWatcher(string id, Pose pose, int bay, Dice dice) => AddWagon(id, pose, _town.Ways.Bays[bay], errands: null, bay, dice);

    /// <param name="middle">Of its half of the town.</param>
    public void AddDrone(string id, Point2 middle, Dice dice)
    {
        var round = new Rectangle(middle.X - 36, middle.Y - 72, middle.X + 36, middle.Y + 72).Corners;
        var pad = new Point2(middle.X < 0 ? -40 : -32, -61);
        Add(new Drone(DeviceSpec.Drone(id), [middle, .. round, middle], pad, NewSite(), dice));
    }

    public void AddMower(string id, int lawn, Dice dice) => Add(new Mower(DeviceSpec.Mower(id), _town.Lawns[lawn], NewSite(), dice));

    public void AddCamera(string id, Pose pose, Dice dice) => Add(new FixedCamera(DeviceSpec.Camera(id), pose, NewSite(), dice));

    public void AddWalker(string name, Dice dice) =>
        Add(new Walker(name, _town, _town.Ways.Corners[dice.Below(_town.Ways.Corners.Count)], dice));

    /// <summary>A car on every lane, and cyclists, most of them on the avenue.</summary>
    public void AddTraffic(Dice dice)
    {
        var cyclists = 0;
        for (var i = 0; i < _town.CarLanes.Count; i++)
        {
            Add(new RoadUser($"car-{i + 1}", ObjectClass.Vehicle, _town.CarLanes[i], dice.Uniform(0, 160), dice.Uniform(6, 8)));
            var count = _town.CycleLanes[i].AlongX ? 1 : 3;
            for (var k = 0; k < count; k++)
            {
                var s = (k + dice.Uniform(0.2, 0.8)) * Lane.Length / count;
                Add(new RoadUser($"cyclist-{++cyclists}", ObjectClass.Cyclist, _town.CycleLanes[i], s, dice.Uniform(3.5, 4.8)));
            }
        }
    }

    private Wagon AddWagon(string id, Pose pose, int at, Errands? errands, int bay, Dice dice)
    {
        var wagon = new Wagon(DeviceSpec.Wagon(id), pose, at, errands, _town.Ways.Bays[bay], NewSite(), dice);
        Add(wagon);
        return wagon;
    }

    private Pose At(int node) => new(_town.Ways.Graph[node].X, _town.Ways.Graph[node].Y, 0);

    private SiteLink NewSite() => new(clock);
}
