using CsCheck;
using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Evaluation.Tests;

public sealed class FerryEvaluationTests
{
    private static readonly string[] All = ["2", "3", "4", "5", "6", "13", "16"];

    [Fact]
    public void Open_FolderWithoutScenarios_SaysSo() =>
        Assert.EndsWith(
            "that is no Autoferry recording",
            Assert.Throws<DataException>(() => AutoferryDirectory.Open(AppContext.BaseDirectory)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Load_RealRecording_HasTheCountsOfItsDescription()
    {
        var directory = AutoferryDirectory.Open(RecordedData.Require("autoferry"));

        var scenarios = directory.Scenarios.Select(directory.Load).ToList();

        Assert.Equal(All, directory.Scenarios);
        Assert.Equal([1907, 2107, 1604, 3250, 2457, 1885, 1914], scenarios.Select(scenario => scenario.Scans.Count));
        Assert.All(scenarios, scenario => Assert.Equal(2, scenario.Boats.Count));
        Assert.Equal(["6", "13", "16"], scenarios.Where(scenario => !IsInOrder(scenario)).Select(scenario => scenario.Name));
        Assert.Contains("there are 2, 3", Assert.Throws<DataException>(() => directory.Load("7")).Message, StringComparison.Ordinal);
    }

    /// <summary>All sensors together are better than the best of them, and than a filter that cannot go back in time.</summary>
    [Fact]
    public void Run_RealRecording_FusedBeatsEverySensorAndTheFilterInOrder()
    {
        var evaluation = FerryEvaluation.Open(RecordedData.Require("autoferry"));
        var gospa = FerryInput.All.ToDictionary(input => input.Name, input => GospaMean.Of(
            [.. All.SelectMany(scenario => evaluation.Run(scenario, input, TestContext.Current.CancellationToken).Frames)]).Value);

        Assert.All(["lidar", "radar", "infrared", "daylight", "inOrder"], other => Assert.True(gospa["fused"] < gospa[other], $"{other}: {gospa[other]}"));
        Assert.InRange(gospa["fused"], 9, 11.2);
        // What has no place begins no track: both boats are missed all the time.
        Assert.Equal(20, gospa["infrared"], 6);
        Assert.Equal(20, gospa["daylight"], 6);
    }

    /// <summary>Each scan up to 0.7 s late, at random: once the buffer has passed, the tracks are the same.</summary>
    [Theory]
    [InlineData("13")]
    [InlineData("16")]
    public void Observe_RealScansShuffled_GiveTheSameTracks(string name)
    {
        var evaluation = FerryEvaluation.Open(RecordedData.Require("autoferry"));
        var frames = FerryInput.All.Single(input => input.Name == "fused")
            .Observations(evaluation.Scenario(name), evaluation.ModelFor(name)).OfType<Observation>().OrderBy(frame => frame.Time).Take(250).ToList();
        var expected = Run(frames, _ => 0);
        Assert.NotEmpty(expected);

        Gen.Double[0, 0.7].Array[frames.Count].Sample(
            delays =>
            {
                var actual = Run(frames, i => delays[i]);
                Assert.Equal(expected.Count, actual.Count);
                foreach (var (one, other) in expected.Zip(actual))
                {
                    Assert.Equal(one.Position.X, other.Position.X, 1e-6);
                    Assert.Equal(one.Position.Y, other.Position.Y, 1e-6);
                    Assert.Equal(one.Velocity.X, other.Velocity.X, 1e-6);
                    Assert.Equal(one.Existence, other.Existence, 1e-6);
                    Assert.Equal(one.Confirmed, other.Confirmed);
                }
            },
            iter: 10);
    }

    private static List<Track> Run(List<Observation> frames, Func<int, double> delayOf)
    {
        var tracker = new Tracker(FerryTracker.Options, "track");
        var arrivals = frames.Select((frame, i) => (Frame: frame, Arrival: frame.Time + TimeSpan.FromSeconds(delayOf(i)))).OrderBy(pair => pair.Arrival);
        foreach (var (frame, arrival) in arrivals)
        {
            Assert.True(tracker.Observe(frame, arrival));
            tracker.Advance(arrival);
        }

        tracker.Advance(frames[^1].Time + TimeSpan.FromSeconds(1));
        return [.. tracker.Tracks.OrderBy(track => track.Position.X).ThenBy(track => track.Position.Y)];
    }

    private static bool IsInOrder(FerryScenario scenario) =>
        scenario.Scans.Zip(scenario.Scans.Skip(1)).All(pair => pair.First.Time <= pair.Second.Time);
}
