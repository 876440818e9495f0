namespace Swarm.Evaluation.Tests.MrClam;

public sealed class MrClamReaderTests
{
    [Fact]
    public void ReadSightings_BlanksTabsCommentsAndEqualTimes_ReadsEach()
    {
        var sightings = MrClamReader.ReadSightings(new StringReader("# Time [s]  Subject #\n189.599 14 3.787 -0.257\n\n  189.599\t 90 \t6.758 -5e-3\n"), "m.dat");
        Assert.Equal([new(189.599, 14, 3.787, -0.257), new(189.599, 90, 6.758, -0.005)], sightings);
    }

    [Fact]
    public void ReadBarcodes_Table_IsBySubjectsBarcode()
    {
        var subjects = MrClamReader.ReadBarcodes(new StringReader("  1 \t   5\n  6 \t 72\n"), "b.dat");
        Assert.Equal(1, subjects[5]);
        Assert.Equal(6, subjects[72]);
    }

    [Fact]
    public void ReadLandmarks_Table_HasPlaceAndCovariance()
    {
        var landmark = MrClamReader.ReadLandmarks(new StringReader("6 0.5 -4.25 0.1 0.2"), "l.dat")[6];
        Assert.Equal("landmark-6", landmark.Id);
        Assert.Equal(new(0.5, -4.25), landmark.Position);
        Assert.Equal((0.1 * 0.1, 0, 0.2 * 0.2), (landmark.Covariance.XX, landmark.Covariance.XY, landmark.Covariance.YY));
    }

    [Theory]
    [InlineData("o.dat:2: 3 columns expected (time speed yaw-rate), 2 found", "1 0 0\n2 0\n")]
    [InlineData("o.dat:1: speed 'fast' is not a finite number", "1 fast 0\n")]
    [InlineData("o.dat:1: yaw-rate 'NaN' is not a finite number", "1 0 NaN\n")]
    [InlineData("o.dat:3: time 1.5 is before that of the line above, 2", "#\n2 0 0\n1.5 0 0\n")]
    public void ReadOdometry_Malformed_NamesFileAndLine(string message, string text) =>
        Assert.Equal(message, Assert.Throws<DataException>(() => MrClamReader.ReadOdometry(new StringReader(text), "o.dat")).Message);

    [Theory]
    [InlineData("m.dat:1: barcode 14.5 is not a whole number", "1 14.5 3 0\n")]
    [InlineData("m.dat:1: range 0 is not positive", "1 14 0 0\n")]
    public void ReadSightings_Malformed_NamesFileAndLine(string message, string text) =>
        Assert.Equal(message, Assert.Throws<DataException>(() => MrClamReader.ReadSightings(new StringReader(text), "m.dat")).Message);

    [Fact]
    public void ReadTables_SomethingTwice_NamesFileAndLine()
    {
        var barcode = Assert.Throws<DataException>(() => MrClamReader.ReadBarcodes(new StringReader("1 5\n2 5\n"), "b.dat"));
        Assert.Equal("b.dat:2: barcode 5 is already that of subject 1", barcode.Message);
        var landmark = Assert.Throws<DataException>(() => MrClamReader.ReadLandmarks(new StringReader("6 0 0 1 1\n6 0 0 1 1\n"), "l.dat"));
        Assert.Equal("l.dat:2: landmark 6 is there twice", landmark.Message);
    }

    [Fact]
    public void Read_NoSuchFolder_SaysWhatIsMissing() =>
        Assert.Contains("Barcodes.dat is missing", Assert.Throws<DataException>(() => MrClamReader.Read("/no/such/folder")).Message, StringComparison.Ordinal);

    [Fact]
    public void At_BetweenSamples_IsOnTheLineAndAcrossTheTurnOfTheAngle()
    {
        var truth = new MotionCapture(MrClamReader.ReadTruth(new StringReader("1 0 0 3.1\n1.1 1 2 -3.1\n3.1 5 5 0\n"), "g.dat"));
        var pose = truth.At(1.05)!.Value;
        Assert.Equal((0.5, 1), (Math.Round(pose.X, 9), Math.Round(pose.Y, 9)));
        Assert.Equal(Math.PI, Math.Abs(pose.Yaw), 9);
        Assert.Null(truth.At(0.99));
        Assert.Null(truth.At(2));
        Assert.Null(truth.At(3.2));
        Assert.Equal(5, truth.At(3.1)!.Value.X);
    }
}
