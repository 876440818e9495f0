using Swarm.Domain;

namespace Swarm.Simulation.Tests;

/// <summary>Runs a world in memory with a site that is there but warns of nothing.</summary>
internal static class Run
{
    public static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Steps for <paramref name="seconds"/>, calling <paramref name="each"/> after every step.</summary>
    public static void For(World world, double seconds, Action? each = null)
    {
        var end = world.Elapsed + TimeSpan.FromSeconds(seconds);
        while (world.Elapsed < end)
        {
            if (world.Elapsed.Ticks % TimeSpan.TicksPerSecond == 0)
                foreach (var device in world.Devices)
                    device.Site.Receive(new HazardList(world.Time, []));
            world.Step(World.Tick);
            each?.Invoke();
        }
    }
}
