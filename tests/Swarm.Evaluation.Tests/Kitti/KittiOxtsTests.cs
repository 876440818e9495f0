namespace Swarm.Evaluation.Tests;

public sealed class KittiOxtsTests
{
    private static readonly string Rest = string.Concat(Enumerable.Repeat(" 0", 24));

    /// <summary>0.001° of longitude at 49° north are 6378137 m · cos 49° · 0.001 π / 180 = 73.03 m; of latitude, 111.32 m.</summary>
    [Fact]
    public void Read_StepsNorthAndEast_AreMetresFromTheFirstPose()
    {
        var poses = Read($"49 8 110 0 0 0{Rest}\n49.001 8 112 0 0 0{Rest}\n49 8.001 110 0 0 0{Rest}");

        Assert.Equal(new Vector3(0, 0, 0), poses[0].Shift);
        Assert.Equal((0, 111.32, 2), (poses[1].Shift.X, Math.Round(poses[1].Shift.Y, 2), poses[1].Shift.Z));
        Assert.Equal((73.03, 0), (Math.Round(poses[2].Shift.X, 2), poses[2].Shift.Y));
    }

    /// <summary>Yaw is counter-clockwise from east; a positive pitch lowers the nose.</summary>
    [Fact]
    public void Read_Angles_TurnTheUnit()
    {
        var ahead = Read($"49 8 110 0 0.1 1.5707963267948966{Rest}")[0].Turn(new(1, 0, 0));

        Assert.Equal((0, Math.Cos(0.1), -Math.Sin(0.1)), (Math.Round(ahead.X, 12), ahead.Y, ahead.Z));
    }

    [Theory]
    [InlineData("49 8 110 0 0", "30 columns expected")]
    [InlineData("49 8 110 0 0 north", "yaw 'north' is not a finite number")]
    public void Read_MalformedLine_NamesTheLineAndTheFault(string line, string fault)
    {
        var exception = Assert.Throws<DataException>(
            () => Read($"49 8 110 0 0 0{Rest}\n{line}{(line.EndsWith("north", StringComparison.Ordinal) ? Rest : "")}"));

        Assert.StartsWith($"file:2: {fault}", exception.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<RigidTransform> Read(string text) => KittiOxts.Read(new StringReader(text), "file");
}
