using System.Security.Cryptography;
using System.Text.Json;
using Swarm.Domain;

namespace Swarm.Simulation.Tests;

public sealed class WorldTests(ITestOutputHelper output)
{
    [Fact]
    public void Step_SameSeed_SameBits()
    {
        var first = Hash(seed: 7);

        Assert.Equal(first, Hash(seed: 7));
        Assert.NotEqual(first, Hash(seed: 8));
    }

    /// <summary>With the site's warnings, the wagons' own sight and nothing wrong with the links; the child is among the people.</summary>
    [Theory]
    [InlineData(1)]
    public void Step_TenMinutesWithASite_NoWagonTouchesAPersonOrEntersAHouse(ulong seed)
    {
        var world = Scenes.Demo(seed, Run.Start);
        var site = new SiteInMemory(world, warns: true, SiteInMemory.GoodLink);
        var houses = world.Town.Obstacles.Select(obstacle => FootprintOf(obstacle.Outline)).ToList();
        var child = world.Bodies.Single(body => body.Name == Scenes.Child);
        var moved = world.Devices.ToDictionary(device => device.Id, _ => 0.0);
        var (crossing, runs, running) = (0, 0, false);
        site.RunFor(600, () =>
        {
            foreach (var wagon in world.Devices.OfType<Wagon>())
            {
                moved[wagon.Id] += wagon.Velocity.Speed * World.Tick.TotalSeconds;
                crossing += world.Town.Crossings.Count(crossing => crossing.Area.Contains(wagon.Pose.Plane));
                Assert.False(houses.Exists(house => house.Overlaps(wagon.Footprint)), $"{wagon.Id} at {wagon.Pose} after {world.Elapsed}");
            }

            runs += child.Velocity.Y > 2 && !running ? 1 : 0;
            running = child.Velocity.Y > 2;
        });

        output.WriteLine(
            $"{moved.Values.Average():F0} m for each device, {crossing * World.Tick.TotalSeconds:F0} s on crossings, the child ran {runs} times");
        Assert.Empty(world.Contacts);
        Assert.InRange(runs, 9, 20);
        Assert.True(crossing > 0);
        Assert.All(
            world.Devices.OfType<Wagon>().Where(wagon => wagon.Id.Value != Scenes.WatchingWagon), wagon => Assert.True(moved[wagon.Id] > 150));
    }

    [Fact]
    public void Step_StopCommand_WagonStandsUntilReleasedAndWithoutItsSiteItGoesSlower()
    {
        var world = Scenes.ChildBehindVan(seed: 1, Run.Start);
        var wagon = world.Devices[0];
        wagon.Site.Receive(new TimeReply(world.Time, world.Time, world.Time));
        Run.For(world, 4);
        Assert.Equal(Wagon.CruiseSpeed, wagon.Velocity.Speed, 1e-6);

        wagon.Site.Receive(new DeviceCommand("stop", CommandKind.Stop, 1, world.Time));
        var from = wagon.Pose.Plane;
        Run.For(world, 1);
        Assert.Equal(0, wagon.Velocity.Speed);
        // v² / 2a with the wagon's braking of 2 m/s², and a step.
        Assert.InRange(wagon.Pose.Plane.DistanceTo(from), 0.85, 1.05);

        wagon.Site.Receive(new DeviceCommand("go", CommandKind.Release, 2, world.Time.AddSeconds(5)));
        Run.For(world, 3, () => Assert.Equal(0, world.ContactCount));
        Assert.True(wagon.Velocity.Speed > 1);

        for (var i = 0; i < 90; i++)
            world.Step(World.Tick);
        Assert.True(wagon.Site.Guidance.Lost);
        Assert.InRange(wagon.Velocity.Speed, 0, (Wagon.CruiseSpeed / 2) + 1e-6);
    }

    private static Box FootprintOf(Rectangle outline) => new(
        new(outline.Centre.X, outline.Centre.Y, 0), outline.East - outline.West, outline.North - outline.South);

    private static string Hash(ulong seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var world = Scenes.Demo(seed, Run.Start);
        Run.For(world, 20, () =>
        {
            foreach (var body in world.Bodies)
                hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(body.Pose));
            foreach (var report in world.Reports)
                hash.AppendData(JsonSerializer.SerializeToUtf8Bytes<object>(report.Message));
        });
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
