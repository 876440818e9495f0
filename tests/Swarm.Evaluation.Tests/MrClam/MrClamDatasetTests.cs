namespace Swarm.Evaluation.Tests.MrClam;

/// <summary>On the real recording. The figures of <c>docs/localisation.md</c> come from here, by <c>swarm evaluate mrclam</c>.</summary>
public sealed class MrClamDatasetTests
{
    private static readonly Lazy<MrClamRecording> Recording = new(() => MrClamReader.Read(Folder()));
    private static readonly Lazy<MrClamResult> Usual = new(() => MrClamEvaluation.Run(Recording.Value, new()));

    [Fact]
    public void Run_KnownStart_IsNearAndConsistent()
    {
        Folder();
        var result = Usual.Value;
        var cooperative = result.Methods[3];

        Assert.True(cooperative.Team.PositionRmse < 0.35, $"{cooperative.Team.PositionRmse} m");
        Assert.True(cooperative.Team.Nees.IsInside, $"{cooperative.Team.Nees} is not in {cooperative.Team.Nees.Low}..{cooperative.Team.Nees.High}");
        Assert.True(cooperative.Team.PositionNees.Mean < cooperative.Team.PositionNees.High, $"{cooperative.Team.PositionNees}");
        Assert.Equal(1, cooperative.Team.Located);
        Assert.All(cooperative.Robots, robot => Assert.True(robot.PositionRmse < 0.35, $"robot {robot.Subject}: {robot.PositionRmse} m"));
        // Who knows no map is no surer than it is right; the others' cameras err alike for longer than their noise says.
        Assert.All(cooperative.Robots.Where(robot => !robot.KnowsMap), robot => Assert.True(robot.Nees.Mean < robot.Nees.High, $"{robot}"));
        Assert.Equal(6, result.UnknownBarcodes);
    }

    [Fact]
    public void Run_KnownStart_IsBetterThanTheOthers()
    {
        Folder();
        var methods = Usual.Value.Methods;

        Assert.True(methods[0].Team.PositionRmse > 1);
        Assert.True(methods[1].Team.PositionRmse > 1);
        Assert.True(methods[3].Team.PositionRmse < methods[2].Team.PositionRmse);
        Assert.True(methods[2].Team.Nees.Mean > 2 * methods[2].Team.Nees.High);
    }

    [Fact]
    public void Run_UnknownStart_FindsEveryRobotAndIsConsistent()
    {
        var team = Cooperate(new MrClamOptions { KnownStart = false });

        Assert.True(team.PositionRmse < 0.35, $"{team.PositionRmse} m");
        Assert.True(team.Nees.IsInside, $"{team.Nees} is not in {team.Nees.Low}..{team.Nees.High}");
        Assert.True(team.Located > 0.8, $"located {team.Located:P0} of the time");
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    public void Run_OtherRobotsKnowTheMap_IsNearToo(int one, int other)
    {
        var team = Cooperate(new MrClamOptions { Mapped = [one, other] });
        Assert.True(team.PositionRmse < 0.35, $"{team.PositionRmse} m");
    }

    private static MrClamTeamScore Cooperate(MrClamOptions options)
    {
        Folder();
        var result = MrClamEvaluation.Run(
            Recording.Value, options with { Methods = [MrClamMethod.Cooperative] }, TestContext.Current.CancellationToken);
        return Assert.Single(result.Methods).Team;
    }

    private static string Folder() => Path.Combine(RecordedData.Require("mrclam"), "MRCLAM_Dataset6");
}
