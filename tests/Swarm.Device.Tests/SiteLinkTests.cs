using Microsoft.Extensions.Time.Testing;
using Swarm.Domain;

namespace Swarm.Device.Tests;

public sealed class SiteLinkTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SiteLink _site;

    public SiteLinkTests() => _site = new(_time);

    [Fact]
    public void Guidance_NothingHeardYet_SiteIsLost() => Assert.True(_site.Guidance.Lost);

    [Fact]
    public void Guidance_ThreeSecondsOfSilence_SiteIsLostAndItsHazardsGone()
    {
        _site.Receive(Hazards(_time.GetUtcNow(), count: 1));
        _time.Advance(SiteLink.Silence);
        Assert.False(_site.Guidance.Lost);
        Assert.Single(_site.Guidance.Hazards);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(_site.Guidance.Lost);
        Assert.Empty(_site.Guidance.Hazards);
    }

    [Fact]
    public void Receive_HazardsThatLayInAQueue_AreNoSignOfLife()
    {
        KnowTime();
        _site.Receive(Hazards(_time.GetUtcNow().AddSeconds(-4), count: 1));

        Assert.True(_site.Guidance.Lost);
    }

    [Fact]
    public void Receive_OlderListAfterNewer_Ignored()
    {
        _site.Receive(Hazards(_time.GetUtcNow(), count: 0));
        _site.Receive(Hazards(_time.GetUtcNow().AddSeconds(-1), count: 1));

        Assert.Empty(_site.Guidance.Hazards);
    }

    [Fact]
    public void Receive_OlderListAfterSilence_SiteIsBack()
    {
        _site.Receive(Hazards(_time.GetUtcNow(), count: 0));
        _time.Advance(TimeSpan.FromSeconds(4));
        _site.Receive(Hazards(_time.GetUtcNow().AddSeconds(-60), count: 1));

        Assert.False(_site.Guidance.Lost);
    }

    [Fact]
    public void Receive_StopBeforeTheTimeIsKnown_AckedAndStopped()
    {
        var ack = _site.Receive(new DeviceCommand("s", CommandKind.Stop, 3, _time.GetUtcNow()));

        Assert.Equal(("s", 3, AckResult.Accepted), (ack!.CommandId, ack.Epoch, ack.Result));
        Assert.True(_site.Guidance.Stopped);
        Assert.True(new SiteLink(_time, _site.GateState).Guidance.Stopped);
    }

    [Fact]
    public void Guidance_CommandedAndDesiredLimit_LowerOneHolds()
    {
        KnowTime();
        _site.Receive(new DesiredState(7, MaxSpeed: 1.2));
        Assert.Equal((1.2, 7), (_site.Guidance.MaxSpeed, _site.Guidance.DesiredVersion));

        _site.Receive(new DeviceCommand("slow", CommandKind.LimitSpeed, 1, _time.GetUtcNow().AddSeconds(5), MaxSpeed: 0.4));
        Assert.Equal(0.4, _site.Guidance.MaxSpeed);

        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(1.2, _site.Guidance.MaxSpeed);
    }

    [Fact]
    public void Guidance_TrackToldOnce_IsCarriedOnUntilItFades()
    {
        Hear(Tracks(_time.GetUtcNow()));
        _time.Advance(TimeSpan.FromSeconds(1));
        Hear(new TrackList(_time.GetUtcNow(), []));

        Assert.Equal(3, Assert.Single(_site.Guidance.Tracks).Position.X, 9);

        _time.Advance(TimeSpan.FromSeconds(0.6));
        Assert.Empty(_site.Guidance.Tracks);
        Assert.False(_site.Guidance.Lost);
    }

    [Fact]
    public void Receive_TracksThatLayInAQueue_Ignored()
    {
        KnowTime();
        Hear(Tracks(_time.GetUtcNow().AddSeconds(-1.6)));

        Assert.Empty(_site.Guidance.Tracks);
    }

    private void Hear(TrackList tracks)
    {
        _site.Receive(Hazards(_time.GetUtcNow(), count: 0));
        _site.Receive(tracks);
    }

    private static TrackList Tracks(DateTimeOffset at) => new(at, [
        new Track(new TrackId("t"), ObjectClass.Vehicle, at, default, new Velocity(3, 0), default, 0.9, Confirmed: true, [])]);

    private void KnowTime() => _site.Receive(new TimeReply(_time.GetUtcNow(), _time.GetUtcNow(), _time.GetUtcNow()));

    private static HazardList Hazards(DateTimeOffset at, int count) => new(at, [.. Enumerable.Range(0, count).Select(_ =>
        new Hazard(new TrackId("t"), null, ObjectClass.Pedestrian, default, default, default, 1, 0, 0.9, [], SeenBySelf: false))]);
}
