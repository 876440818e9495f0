using System.Security.Cryptography;
using System.Text.Json;

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

    [Fact]
    public void Step_TenMinutes_NoWagonTouchesAPersonOrEntersAHouse()
    {
        var world = Scenes.Demo(seed: 1, Run.Start);
        var moved = world.Devices.ToDictionary(device => device.Id, _ => 0.0);
        var crossed = 0;
        Run.For(world, 600, () =>
        {
            foreach (var wagon in world.Devices.OfType<Wagon>())
            {
                moved[wagon.Id] += wagon.Velocity.Speed * World.Tick.TotalSeconds;
                foreach (var obstacle in world.Town.Obstacles)
                {
                    var centre = obstacle.Outline.Centre;
                    var box = new Box(
                        new(centre.X, centre.Y, 0), obstacle.Outline.East - obstacle.Outline.West, obstacle.Outline.North - obstacle.Outline.South);
                    Assert.False(wagon.Footprint.Overlaps(box), $"{wagon.Id} is in {obstacle} at {wagon.Pose}");
                }

                crossed += world.Town.Crossings.Count(crossing => crossing.Area.Contains(wagon.Pose.Plane));
            }
        });

        foreach (var (device, metres) in moved.Where(entry => entry.Value > 0))
            output.WriteLine($"{device}: {metres:F0} m, charge {world.Devices.Single(d => d.Id == device).Charge:P0}");
        output.WriteLine($"wagon seconds on crossings: {crossed * World.Tick.TotalSeconds:F0}");
        foreach (var contact in world.Contacts)
            output.WriteLine(contact.ToString());
        Assert.DoesNotContain(world.Contacts, contact => contact.Person != Scenes.Child);
        Assert.All(world.Devices.OfType<Wagon>().Where(wagon => wagon.Id.Value != Scenes.WatchingWagon), wagon => Assert.True(moved[wagon.Id] > 150));
        Assert.True(crossed > 0);
    }

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
