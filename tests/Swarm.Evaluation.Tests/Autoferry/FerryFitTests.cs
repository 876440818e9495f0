using Swarm.Domain;

namespace Swarm.Evaluation.Tests;

public sealed class FerryFitTests
{
    private static readonly DateTimeOffset Start = new(2021, 5, 4, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A boat sails by at 5 m/s; the radar's times are 1.5 s late, and its distances 2 m long.</summary>
    [Fact]
    public void Fit_RadarWithLagAndBias_FindsBoth()
    {
        var boat = new BoatPath([(Start, new(-100, 80)), (Start + TimeSpan.FromSeconds(60), new(200, 80))]);
        var scans = Enumerable.Range(5, 50).Select(second =>
        {
            var time = Start + TimeSpan.FromSeconds(second);
            var place = boat.At(time - TimeSpan.FromSeconds(1.5));
            var stretch = 1 + (2 / place.DistanceTo(default));
            return new FerryScan(FerrySensor.Radar, time, default, [new(stretch * place.X, stretch * place.Y), new(-300, -300)], []);
        });

        var radar = FerryModel.Fit([new("1", [.. scans], [boat])]).Sensors[FerrySensor.Radar];

        Assert.InRange(radar.Lag, 1.3, 1.7);
        Assert.Equal(2, radar.RangeBias, 0.5);
        Assert.Equal(0, radar.AngleBias, 0.01);
        Assert.Equal(1, radar.DetectionProbability, 9);
    }

    [Fact]
    public void Fit_NoScenario_SaysSo() => Assert.Throws<DataException>(() => FerryModel.Fit([]));

    [Fact]
    public void Joined_BowAndSternOfOneShip_AreOnePlace()
    {
        var scan = new FerryScan(FerrySensor.Lidar, Start, default, [new(100, 0), new(120, 0), new(140, 0), new(100, 80)], []);

        var joined = new FerryScenario("1", [scan], []).Joined().Scans[0].Places;

        Assert.Equal([new(100, 80), new(120, 0)], joined.OrderByDescending(place => place.Y));
    }

    [Fact]
    public void Holds_PlaceSeenAgainAndAgainWithoutABoat_IsClutter()
    {
        var boat = new BoatPath([(Start, new(500, 500))]);
        FerryScan Scan(params Point2[] places) => new(FerrySensor.Radar, Start, new(10, 20), places, []);
        var scenario = new FerryScenario("1", [Scan(new(100, 50), new(490, 480)), Scan(new Point2(101, 52)), Scan()], [boat]);

        var map = FerryClutterMap.Of(FerrySensor.Radar, [scenario]);

        Assert.True(map.Holds(new(111, 71)));
        Assert.False(map.Holds(new(500, 500)));
        Assert.False(map.Holds(new(-111, 71)));
    }
}
