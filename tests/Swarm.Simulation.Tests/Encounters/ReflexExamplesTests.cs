using Swarm.Inference;

namespace Swarm.Simulation.Tests.Encounters;

public sealed class ReflexExamplesTests(ITestOutputHelper output)
{
    [Fact]
    public void Make_SameSeed_SameExamples()
    {
        var first = Make(5, 200);
        var again = Make(5, 200);

        for (var i = 0; i < first.Length; i++)
        {
            Assert.Equal((first[i].Profile, first[i].Share, first[i].Input.Speed), (again[i].Profile, again[i].Share, again[i].Input.Speed));
            Assert.Equal(((ReadOnlySpan<float>)first[i].Input.Ranges).ToArray(), ((ReadOnlySpan<float>)again[i].Input.Ranges).ToArray());
        }

        Assert.NotEqual(first.Select(example => example.Share), Make(6, 200).Select(example => example.Share));
    }

    [Fact]
    public void RightShare_WallAhead_WhatBrakingLeavesTimeFor()
    {
        // 0.4 s held and v² / 2b, as by hand, and a step of 0.05 s.
        Assert.Equal(1, Share(distance: 4, speed: 1.9));
        Assert.InRange(Share(distance: 0.8, speed: 1.0), 0.5, 0.65);
        Assert.Equal(0, Share(distance: 0.3, speed: 1.9));

        static double Share(double distance, double speed) => EncounterDrive.RightShare(
            new(ReflexProfiles.Wagon, speed, 0, 0, 0.8, 0, [Thing.Wall(0.45 + distance + 0.05, 0, Math.PI / 2, 2)]));
    }

    [Fact]
    public void RightShare_SomebodyStepsInFromBehind_SeenByNobodyButRight()
    {
        var hidden = new Encounter(
            ReflexProfiles.Wagon, 1.9, 0, 0, 0.8, 0, [new(new(-1, 1.5, 0), 5.5, 2), Thing.Person(new(2, 1.2), -Math.PI / 2, 2, from: 0.2)]);

        Assert.InRange(EncounterDrive.RightShare(hidden), 0, 0.9);
    }

    /// <summary>What the documentation says of the shipped net, on fewer encounters and others than those it was chosen by.</summary>
    [Fact]
    public void Drive_ShippedNet_TouchesLessThanWithoutAndStillGoes()
    {
        var drives = ReflexExamples.Drive(seed: 11, 800, ReflexNet.Shipped, TestContext.Current.CancellationToken);
        foreach (var drive in drives)
            output.WriteLine($"{drive.With}: touched {drive.Touched:P1}, {drive.Metres:F2} m");
        var (neither, net, limit, both) = (drives[0], drives[1], drives[2], drives[3]);

        Assert.True(both.Touched < limit.Touched && limit.Touched < neither.Touched / 2 && net.Touched < neither.Touched);
        Assert.True(both.Metres > 0.8 * neither.Metres);
    }

    [Fact]
    public void Score_ShippedNet_CatchesStopsThatTheLimitMissesAndBidsFewFalseOnes()
    {
        var scores = ReflexScore.Of(ReflexNet.Shipped, Make(12, 2000));
        foreach (var score in scores)
            output.WriteLine(score.ToString());
        var (limit, both) = (scores[1], scores[2]);

        Assert.True(both.MissedStops < 0.6 * limit.MissedStops);
        Assert.InRange(both.FalseStops, 0, 0.12);
    }

    private static ReflexExample[] Make(ulong seed, int count) => ReflexExamples.Make(seed, count, cancellationToken: TestContext.Current.CancellationToken);
}
