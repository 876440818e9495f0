using Swarm.Domain;

namespace Swarm.Simulation.Tests;

public sealed class ChildBehindVanTests(ITestOutputHelper output)
{
    private const int Seeds = 20;

    private static readonly Lazy<IReadOnlyList<(Played Off, Played On)>> Plays = new(() =>
        [.. Enumerable.Range(1, Seeds).Select(seed => (Play((ulong)seed, warns: false), Play((ulong)seed, warns: true)))]);

    [Fact]
    public void Step_HazardsOff_WagonHitsTheChild()
    {
        foreach (var (off, _) in Plays.Value)
        {
            output.WriteLine($"first own sight {off.OwnSight:F2} s after the child began to run, contact {off.Contact:F2} s at {off.ContactSpeed:F1} m/s");
            Assert.NotNull(off.Contact);
            Assert.True(off.OwnSight < off.Contact, "the wagon brakes for what it sees, in this mode too");
        }
    }

    [Fact]
    public void Step_HazardsOn_WagonIsWarnedBeforeItSeesAndDoesNotHit()
    {
        List<double> leads = [];
        foreach (var (off, on) in Plays.Value)
        {
            // Warned, the wagon waits and sees the child at another time than it would have: its first sight is that of the run without warning.
            var lead = off.OwnSight - on.Warned;
            leads.Add(lead);

            output.WriteLine($"warned {lead:F2} s before its own first sight; while it moves the child is never nearer than {on.LeastDistance:F2} m");
            Assert.Null(on.Contact);
            Assert.True(lead > 0.5);
        }

        leads.Sort();
        output.WriteLine($"{Seeds} seeds: warned earlier by {leads[0]:F2} s at least, {leads[leads.Count / 2]:F2} s in the median");
    }

    /// <summary>Plays the scene once: from the start until the child is across. Times are in seconds since the child began to run.</summary>
    private static Played Play(ulong seed, bool warns)
    {
        var world = Scenes.ChildBehindVan(seed, Run.Start);
        var site = new SiteInMemory(world, warns, SiteInMemory.GoodLink);
        var wagon = (Wagon)world.Devices.Single(device => device.Id.Value == Scenes.BlindWagon);
        var child = world.Bodies.Single(body => body.Name == Scenes.Child);
        double? began = null, ownSight = null, warned = null;
        var leastDistance = double.PositiveInfinity;
        site.Warned += (device, list) =>
        {
            if (device == wagon && began is not null && list.Hazards.Any(IsChild))
                warned ??= world.Elapsed.TotalSeconds - began;
        };
        site.RunFor(15, () =>
        {
            began ??= child.Velocity.Y > 0 ? world.Elapsed.TotalSeconds : null;
            if (began is null)
                return;
            if (wagon.Sight.Seen.Any(seen => seen.Time == world.Time && seen.Position.DistanceTo(child.Pose.Plane) < 0.6))
                ownSight ??= world.Elapsed.TotalSeconds - began;
            if (wagon.Velocity.Speed > 0)
                leastDistance = Math.Min(leastDistance, wagon.Footprint.DistanceTo(child.Footprint));
        });

        Assert.NotNull(began);
        Assert.True(child.Pose.Y > TownPlan.Kerb + 1, "the child has not come across");
        var contact = world.Contacts.Count > 0 ? world.Contacts[0] : null;
        return new(
            warned ?? double.NaN,
            ownSight ?? double.NaN,
            contact is null ? null : (contact.Time - Run.Start).TotalSeconds - began.Value,
            contact?.Speed,
            leastDistance);

        bool IsChild(Hazard hazard) => hazard.Position.Plane.DistanceTo(child.Pose.Plane) < 1.5;
    }

    private sealed record Played(double Warned, double OwnSight, double? Contact, double? ContactSpeed, double LeastDistance);
}
