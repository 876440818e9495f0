using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>The worlds that can be played.</summary>
public static class Scenes
{
    /// <summary>Id of the wagon that cannot see the child.</summary>
    public const string BlindWagon = "wagon-01";

    /// <summary>Id of the wagon across the street that can.</summary>
    public const string WatchingWagon = "wagon-02";

    /// <summary>Name of the child.</summary>
    public const string Child = "child";

    private const int Walkers = 25;

    /// <summary>The geometry that all scenes play in.</summary>
    public static SiteMap Map => TownPlan.Instance.Map;

    /// <summary>
    /// The whole town: twelve wagons, two drones, two mowers, a fixed camera, walkers, cyclists and cars; about every 40 s a child runs out
    /// from behind the vans.
    /// </summary>
    /// <param name="clock">By which devices judge silence and expiry, where that is not the world's own.</param>
    public static World Demo(ulong seed, DateTimeOffset start, TimeProvider? clock = null)
    {
        var (world, dice) = (new World(start), new Dice(seed));
        var cast = new Cast(world, clock ?? world.Clock);
        AddChildBehindVan(cast, dice);
        for (var i = 3; i <= TownWays.BayCount; i++)
            cast.AddCourier($"wagon-{i:00}", i - 1, dice.Fork());
        cast.AddDrone("drone-1", new(-48, 0), dice.Fork());
        cast.AddDrone("drone-2", new(48, 0), dice.Fork());
        cast.AddMower("mower-1", 0, dice.Fork());
        cast.AddMower("mower-2", 1, dice.Fork());
        cast.AddCamera("camera-1", new(9, -9, 3 * Math.PI / 4, 5), dice.Fork());
        cast.AddTraffic(dice.Fork());
        for (var i = 1; i <= Walkers; i++)
            cast.AddWalker($"walker-{i:00}", dice.Fork());
        return world;
    }

    /// <summary>
    /// Only the child, the vans, <see cref="BlindWagon"/> that drives along them and <see cref="WatchingWagon"/> that stands across the
    /// street.
    /// </summary>
    public static World ChildBehindVan(ulong seed, DateTimeOffset start)
    {
        var world = new World(start);
        AddChildBehindVan(new(world, world.Clock), new(seed));
        return world;
    }

    private static void AddChildBehindVan(Cast cast, Dice dice)
    {
        var blind = cast.AddShuttle(BlindWagon, bay: 0, dice.Fork());
        cast.AddWatcher(WatchingWagon, new(-14, -9.6, 2.2), bay: 1, dice.Fork());
        cast.Add(new RunningChild(Child, blind, lateness: dice.Uniform(0.05, 0.2)));
    }
}
