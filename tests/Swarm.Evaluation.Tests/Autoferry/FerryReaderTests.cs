using Swarm.Domain;

namespace Swarm.Evaluation.Tests;

public sealed class FerryReaderTests
{
    [Fact]
    public void ReadScans_LidarAndRadar_TurnNorthAndEastIntoEastAndNorth()
    {
        var scans = FerryReader.ReadScans(
            """
            [{"sensorID":1,"measurements":[],"ownshipPosition":[-16.6,-390.4],"time":1620114891.5,"measurement":[[10,20,30],[1,2,3]]},
             {"sensorID":2,"measurements":[],"ownshipPosition":[-16,-390],"time":1620114892.25,"measurement":[5,7]},
             {"sensorID":2,"measurements":[],"ownshipPosition":[-16,-390],"time":1620114893,"measurement":[]}]
            """,
            "scans.json");

        Assert.Equal([FerrySensor.Lidar, FerrySensor.Radar, FerrySensor.Radar], scans.Select(scan => scan.Sensor));
        Assert.Equal(new Point2(-390.4, -16.6), scans[0].OwnShip);
        Assert.Equal([new(1, 10), new(2, 20), new(3, 30)], scans[0].Places);
        Assert.Equal([new Point2(7, 5)], scans[1].Places);
        Assert.Empty(scans[2].Places);
        Assert.Equal(0.75, (scans[1].Time - scans[0].Time).TotalSeconds, 6);
        Assert.Equal(new DateTimeOffset(2021, 5, 4, 7, 54, 53, TimeSpan.Zero), scans[2].Time);
    }

    /// <summary>A number alone is one bearing, and two numbers of a camera are two.</summary>
    [Fact]
    public void ReadScans_Cameras_TurnBearingsFromNorthClockwiseToEastCounterClockwise()
    {
        var scans = FerryReader.ReadScans(
            """
            [{"sensorID":3,"ownshipPosition":[0,0],"time":1620114891,"measurement":0},
             {"sensorID":4,"ownshipPosition":[0,0],"time":1620114891,"measurement":[1.5707963267948966,-3]},
             {"sensorID":4,"ownshipPosition":[0,0],"time":1620114891,"measurement":[]}]
            """,
            "scans.json");

        Assert.Equal(Math.PI / 2, Assert.Single(scans[0].Bearings), 9);
        Assert.Equal(0, scans[1].Bearings[0], 9);
        Assert.Equal((Math.PI / 2) + 3 - Math.Tau, scans[1].Bearings[1], 9);
        Assert.Empty(scans[2].Bearings);
        Assert.All(scans, scan => Assert.Empty(scan.Places));
    }

    [Theory]
    [InlineData("""{"sensorID":5,"ownshipPosition":[0,0],"time":1620114891,"measurement":[]}""", "sensorID is 5, not 1 to 4")]
    [InlineData("""{"sensorID":1,"ownshipPosition":[0,0],"time":1620114891,"measurement":[[1,2],[1]]}""", "2 norths and 1 easts")]
    [InlineData("""{"sensorID":1,"ownshipPosition":[0,0],"time":1620114891,"measurement":[1,2,3]}""", "3 rows")]
    [InlineData("""{"sensorID":1,"ownshipPosition":[0],"time":1620114891,"measurement":[]}""", "")]
    [InlineData("""{"sensorID":1,"ownshipPosition":[0,0],"time":-4,"measurement":[]}""", "time is -4")]
    [InlineData("""{"sensorID":1,"ownshipPosition":[0,0],"time":1620114891}""", "")]
    [InlineData("""{"sensorID":"lidar","ownshipPosition":[0,0],"time":1620114891,"measurement":[]}""", "")]
    [InlineData("7", "")]
    public void ReadScans_ScanThatIsNone_SaysWhichAndWhy(string scan, string fault)
    {
        var good = """{"sensorID":1,"ownshipPosition":[0,0],"time":1620114891,"measurement":[]}""";

        var exception = Assert.Throws<DataException>(() => FerryReader.ReadScans($"[{good},{scan}]", "scans.json"));

        Assert.StartsWith("scans.json: scan 1: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.InnerException);
    }

    [Fact]
    public void ReadBoats_FixesRepeated_AreAPathEachInTheOrderOfTime()
    {
        var boats = FerryReader.ReadBoats(
            """
            [[{"targetID":2,"position":[4,3,0],"time":1620114892},{"targetID":1,"position":[0,10,0],"time":1620114890}],
             [{"targetID":2,"position":[4,3,0],"time":1620114892},{"targetID":1,"position":[2,10,0],"time":1620114891}],
             [{"targetID":2,"position":[4,3,0],"time":1620114890},{"targetID":1,"position":[2,10,0],"time":1620114891}]]
            """,
            "truth.json");

        Assert.Equal([2, 2], boats.Select(boat => boat.Fixes.Count));
        var start = boats[0].Fixes[0].Time;
        Assert.Equal(new Point2(10, 0.5), boats[0].At(start + TimeSpan.FromSeconds(0.25)));
        Assert.Equal(new Point2(10, 0), boats[0].At(start - TimeSpan.FromSeconds(9)));
        Assert.Equal(new Point2(10, 2), boats[0].At(start + TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public void ReadBoats_NoJson_NamesTheFile() =>
        Assert.StartsWith(
            "truth.json: entry 0: ", Assert.Throws<DataException>(() => FerryReader.ReadBoats("no", "truth.json")).Message, StringComparison.Ordinal);
}
