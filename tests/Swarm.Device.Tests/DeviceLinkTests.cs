using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Device.Tests;

public sealed class DeviceLinkTests : IAsyncLifetime
{
    private static readonly Factsheet Factsheet = new(DeviceKind.Wagon, Compute.OnBoard, new(0.9, 0.6, 1), []);

    private readonly SiteLink _siteLink = new(TimeProvider.System);
    private SiteStub _site = null!;
    private DeviceLink _link = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await SiteStub.StartAsync();
        _link = Link(_siteLink.Receive);
    }

    public async ValueTask DisposeAsync()
    {
        await _link.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_BrokerThere_BirthThenFactsheetThenTimeRequest(bool useMqtt311)
    {
        await using var link = Link(_siteLink.Receive, useMqtt311);
        link.Start();

        Assert.Equal(ConnectionState.Online, (await _site.NextAsync<ConnectionReport>(Cancelled)).State);
        Assert.Equal(Factsheet.Kind, (await _site.NextAsync<Factsheet>(Cancelled)).Kind);
        await _site.NextAsync<TimeRequest>(Cancelled);
    }

    [Fact]
    public async Task Start_ConnectionCut_WillOfThatBirthThenANewBirth()
    {
        _link.Start();
        var born = await _site.NextAsync<ConnectionReport>(Cancelled);

        await _site.CutAsync();

        var will = await _site.NextAsync<ConnectionReport>(Cancelled);
        var again = await _site.NextAsync<ConnectionReport>(Cancelled);
        Assert.Equal((ConnectionState.Lost, born.Birth), (will.State, will.Birth));
        Assert.Equal(ConnectionState.Online, again.State);
        Assert.NotEqual(born.Birth, again.Birth);
    }

    [Fact]
    public async Task DisposeAsync_Connected_GoodbyeOfTheSameBirth()
    {
        _link.Start();
        var born = await _site.NextAsync<ConnectionReport>(Cancelled);
        await _site.NextAsync<TimeRequest>(Cancelled);

        await _link.DisposeAsync();

        var goodbye = await _site.NextAsync<ConnectionReport>(Cancelled);
        Assert.Equal((ConnectionState.Offline, born.Birth), (goodbye.State, goodbye.Birth));
    }

    [Fact]
    public async Task Start_DesiredStateCleared_IsHeldNoLonger()
    {
        _link.Start();
        await _site.NextAsync<TimeRequest>(Cancelled);
        await _site.SendAsync(new DesiredState(3, 1.5));
        await _site.SendAsync(new DeviceCommand("c1", CommandKind.Stop, 1, DateTimeOffset.UtcNow.AddDays(1)));
        await _site.NextAsync<CommandAck>(Cancelled);
        Assert.Equal((3, 1.5), (_siteLink.Guidance.DesiredVersion, _siteLink.Guidance.MaxSpeed));

        await _site.ClearAsync(Channel.Desired);
        await _site.SendAsync(new DeviceCommand("c2", CommandKind.Stop, 2, DateTimeOffset.UtcNow.AddDays(1)));
        await _site.NextAsync<CommandAck>(Cancelled);

        Assert.Equal((null, null), (_siteLink.Guidance.DesiredVersion, _siteLink.Guidance.MaxSpeed));
        Assert.Equal(0, _link.Refused);
    }

    [Fact]
    public async Task Start_StopCommand_AckedAndStopped()
    {
        _link.Start();
        await _site.NextAsync<TimeRequest>(Cancelled);

        await _site.SendAsync(new DeviceCommand("stop-1", CommandKind.Stop, 4, TimeProvider.System.GetUtcNow()));

        var ack = await _site.NextAsync<CommandAck>(Cancelled);
        Assert.Equal(("stop-1", 4, AckResult.Accepted), (ack.CommandId, ack.Epoch, ack.Result));
        Assert.True(_siteLink.Guidance.Stopped);
    }

    [Fact]
    public async Task Start_TimeReplyAndHazards_TimeKnownAndSiteHeard()
    {
        var heard = new TaskCompletionSource();
        await using var link = Link(message =>
        {
            var answer = _siteLink.Receive(message);
            if (message is HazardList)
                heard.SetResult();
            return answer;
        });
        link.Start();
        var asked = await _site.NextAsync<TimeRequest>(Cancelled);
        var now = TimeProvider.System.GetUtcNow();

        await _site.SendAsync(new TimeReply(asked.Sent, now, now));
        await _site.SendAsync(new HazardList(now, []));

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancelled);
        Assert.NotNull(_siteLink.SiteTime);
        Assert.False(_siteLink.Guidance.Lost);
    }

    [Fact]
    public async Task Post_NotConnected_OldestDroppedAndCounted()
    {
        var state = new DeviceState(TimeProvider.System.GetUtcNow(), default, default, default, DeviceMode.Automatic);
        for (var i = 0; i < 70; i++)
            _link.Post(state);
        Assert.Equal(70 - DeviceLinkOptions.MaxWaiting, _link.NotSent);

        await _link.DisposeAsync();
        Assert.Equal(0, _link.Sent);
    }

    [Fact]
    public async Task Post_Connected_ArrivesInOrder()
    {
        _link.Start();
        await _site.NextAsync<TimeRequest>(Cancelled);
        var now = TimeProvider.System.GetUtcNow();

        for (var i = 0; i < 20; i++)
            _link.Post(new DeviceState(now, new(i, 0, 0), PoseCovariance.Diagonal(0.1, 0.1), default, DeviceMode.Automatic));

        for (var i = 0; i < 20; i++)
            Assert.Equal(i, (await _site.NextAsync<DeviceState>(Cancelled)).Pose.X);
    }

    private DeviceLink Link(Func<DownlinkMessage, UplinkMessage?> receive, bool useMqtt311 = false) => new(
        new DeviceLinkOptions
        {
            Broker = _site.Address,
            Site = SiteStub.Site,
            Device = SiteStub.Device,
            Factsheet = Factsheet,
            Receive = receive,
            UseMqtt311 = useMqtt311,
        },
        TimeProvider.System,
        NullLoggerFactory.Instance);
}
