namespace Swarm.Evaluation.Tests;

public sealed class KittiCalibrationTests
{
    private const string Matrix = "1 0 0 0 0 1 0 0 0 0 1 0";

    /// <summary>The scanner is 0.5 m behind the unit and 1 m above it; the camera 0.3 m ahead of the scanner and looks forward.</summary>
    [Fact]
    public void Read_Chain_TakesThePointAheadOfTheCameraToTheUnit()
    {
        var calibration = Read(
            $"P2: {Matrix}",
            "R0_rect: 1 0 0 0 1 0 0 0 1",
            "Tr_velo_to_cam: 0 -1 0 0 0 0 -1 0 1 0 0 -0.3",
            "Tr_imu_to_velo: 1 0 0 0.5 0 1 0 0 0 0 1 -1");

        var point = calibration.ToUnit.Apply(new(2, 0.25, 10));

        Assert.Equal((9.8, -2, 0.75), (Math.Round(point.X, 12), Math.Round(point.Y, 12), Math.Round(point.Z, 12)));
    }

    [Theory]
    [InlineData("P2: 1 2 3", "file:1: P2: 12 numbers expected, 3 found")]
    [InlineData("P2: 1 0 0 0 0 1 0 0 0 0 1 x", "file:1: P2: 'x' is not a finite number")]
    [InlineData("P9: 1", "file: there is no line P2:")]
    public void Read_MalformedMatrix_NamesItAndTheFault(string line, string fault)
    {
        var exception = Assert.Throws<DataException>(() => Read(
            line, "R0_rect: 1 0 0 0 1 0 0 0 1", $"Tr_velo_to_cam: {Matrix}", $"Tr_imu_to_velo: {Matrix}"));

        Assert.Equal(fault, exception.Message);
    }

    private static KittiCalibration Read(params string[] lines) => KittiCalibration.Read(new StringReader(string.Join('\n', lines)), "file");
}
