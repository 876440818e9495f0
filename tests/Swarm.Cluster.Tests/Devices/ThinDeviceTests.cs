using Swarm.Domain;

namespace Swarm.Cluster.Tests;

public sealed class ThinDeviceTests(EdgeCluster cluster) : IClassFixture<EdgeCluster>
{
    private const double Reach = 10;

    private static readonly Factsheet Cart = new(
        DeviceKind.Wagon, Compute.None, new Size(0.9, 0.6, 1), [], MaxSpeed: 1.5, Acceleration: 1, Braking: 2);

    [Fact]
    public async Task Sense_NothingNear_MayGoAtFullSpeed()
    {
        var device = await ConnectAsync("free");

        await device.Grain.Sense(Scan(1));

        var drive = Assert.Single(cluster.Downlink.Of<DeviceCommand>(device.Id));
        Assert.Equal((CommandKind.Drive, 1, 1.5), (drive.Kind, drive.Epoch, drive.MaxSpeed));
        Assert.Equal((1, 1.5), ((await device.Grain.GetTwin()).Reflex!.Sequence, (await device.Grain.GetTwin()).Reflex!.MaxSpeed));
    }

    [Fact]
    public async Task Sense_WallComesNearer_NeverMayGoFaster()
    {
        var device = await ConnectAsync("wall");

        for (var i = 0; i < 20; i++)
            await device.Grain.Sense(Scan(i, ahead: Reach - (i * 0.5)));

        var speeds = cluster.Downlink.Of<DeviceCommand>(device.Id).Select(drive => drive.MaxSpeed!.Value).ToList();
        Assert.Equal(20, speeds.Count);
        Assert.Equal(speeds.OrderDescending(), speeds);
        Assert.Equal(0, speeds[^1]);
        Assert.Contains(speeds, speed => speed is > 0.1 and < 1.4);
    }

    [Fact]
    public async Task Sense_StoreHangs_IsAnsweredAllTheSame()
    {
        var device = await ConnectAsync("hanging");
        var hung = cluster.Store.Hang(device.Key);
        var writing = device.SendAsync(TestDevice.Online("b2"));
        await hung.Reached;

        await device.Grain.Sense(Scan(1));

        Assert.Contains(cluster.Downlink.Of<DeviceCommand>(device.Id), command => command is { Kind: CommandKind.Drive, Epoch: 1 });
        Assert.False(writing.IsCompleted);
        hung.LetGo();
        await writing;
    }

    [Fact]
    public async Task Sense_StopHoldsTheDevice_IsToldToStand()
    {
        var device = await ConnectAsync("held");
        var stop = await cluster.SiteGrain.Stop(new StopScope(device.Id), "person");
        await cluster.Downlink.UntilAsync<DeviceCommand>(device.Id, commands => commands.Any(command => command.Kind == CommandKind.Stop));

        await device.Grain.Sense(Scan(7));

        var drive = Assert.Single(cluster.Downlink.Of<DeviceCommand>(device.Id), command => command.Kind == CommandKind.Drive);
        Assert.Equal((0, "stopped"), (drive.MaxSpeed, drive.Reason));
        await cluster.SiteGrain.Release(stop.Id);
    }

    [Fact]
    public async Task Sense_NothingKnownOfTheDevice_IsNotAnsweredAndSaysSo()
    {
        var device = cluster.Device("unknown");
        await device.ConnectAsync();

        await device.Grain.Sense(Scan(1));

        Assert.Empty(cluster.Downlink.Of<DeviceCommand>(device.Id));
        Assert.Equal("no-factsheet", Assert.Single((await device.Grain.GetTwin()).Rejections).Reason);
    }

    private async Task<TestDevice> ConnectAsync(string id)
    {
        var device = cluster.Device(id);
        await cluster.SiteGrain.Register([device.Id]);
        await device.SendAsync(TestDevice.Online(), Cart);
        return device;
    }

    /// <param name="ahead">Metres to a wall ahead, as wide as three sectors.</param>
    private static RangeScan Scan(long sequence, double ahead = Reach)
    {
        var ranges = Enumerable.Repeat(Reach, 36).ToArray();
        ranges[35] = ranges[0] = ranges[1] = ahead;
        return new RangeScan(sequence, ranges, Reach, Speed: 1, YawRate: 0, Load: 0, Friction: 0.8);
    }
}
