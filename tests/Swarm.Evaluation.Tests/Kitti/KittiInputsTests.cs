namespace Swarm.Evaluation.Tests;

public sealed class KittiInputsTests
{
    /// <summary>A parked car of sequence 0010 stays where it is in the site frame while the camera drives 71 m past it.</summary>
    [Fact]
    public void ToSite_ParkedCar_StaysWhereItIs()
    {
        var sequence = KittiDirectory.Open(RecordedData.Require("kitti_tracking")).Load("0010");

        var labels = sequence.Labels.SelectMany(frame => frame).Where(label => label.Object == 7).ToList();
        var places = labels.Select(label => sequence.Views[label.Frame].ToSite(label.Box).Position.Plane).ToList();
        var cameras = labels.Select(label => sequence.Views[label.Frame].Pose.Plane).ToList();

        Assert.InRange(cameras[0].DistanceTo(cameras[^1]), 70, 75);
        Assert.All(places, place => Assert.InRange(place.DistanceTo(places[0]), 0, 0.3));
    }

    /// <summary>The detections carry the box around their corners in the image; here it comes out the same, clipped to the image and all.</summary>
    [Fact]
    public void Project_EveryDetection_IsItsBoxInTheImage()
    {
        var directory = KittiDirectory.Open(RecordedData.Require("kitti_tracking"));
        var worst = 0.0;
        foreach (var sequence in directory.Sequences.Select(directory.Load))
        {
            foreach (var (category, detections) in sequence.Detections)
            {
                foreach (var detection in detections.SelectMany(frame => frame))
                {
                    var image = sequence.Views[detection.Frame].Project(detection.Box)!.Value;
                    var given = detection.Image;
                    worst = new[] { worst, image.X1 - given.X1, image.Y1 - given.Y1, image.X2 - given.X2, image.Y2 - given.Y2 }.Max(Math.Abs);
                }
            }
        }

        Assert.InRange(worst, 0, 0.1);
    }

    [Fact]
    public void Run_RealRecording_FollowsEveryClass()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var directory = KittiDirectory.Open(RecordedData.Require("kitti_tracking"));
        var input = KittiInputs.Of([directory.Load("0015"), directory.Load("0018")]);

        var run = TrackerRun.Of(input, cancellation);

        Assert.Equal(["car", "pedestrian", "cyclist"], input.Classes.Select(scored => scored.Name));
        Assert.Equal(376 + 339, input.Frames);
        Assert.All(input.Classes, scored => Assert.InRange(run.Score(scored, new(), cancellation).Best.Mota, 0.3, 1));
    }

    /// <summary>The figures that docs/perception.md gives beside the peer's: cars are followed further, without a switch and in fewer pieces.</summary>
    [Theory]
    [InlineData(0.25, 0.931, 0.8774, 5)]
    [InlineData(0.5, 0.906, 0.8574, 28)]
    public void Run_AllSequences_CarsAreFollowedBetterThanByThePeer(double minOverlap, double scaledAmota, double mota, int fragmentations)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var directory = KittiDirectory.Open(RecordedData.Require("kitti_tracking"));

        var run = TrackerRun.Of(KittiInputs.Of([.. directory.Sequences.Select(directory.Load)]), cancellation);
        var score = run.Score(new() { MinOverlap = minOverlap, CountFalsePositives = false }, cancellation);

        Assert.InRange(score.Averages.ScaledAmota, scaledAmota, 1);
        Assert.InRange(score.Best.Mota, mota, 1);
        Assert.Equal(0, score.Best.IdentitySwitches);
        Assert.InRange(score.Best.Fragmentations, 0, fragmentations);
    }

    [Fact]
    public void Open_FolderWithoutASet_SaysWhatIsMissing()
    {
        var exception = Assert.Throws<DataException>(() => KittiDirectory.Open(AppContext.BaseDirectory));

        Assert.StartsWith("no seqmap.txt in ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnknownSequence_ListsTheOnesThere()
    {
        var directory = KittiDirectory.Open(RecordedData.Require("kitti_tracking"));

        var exception = Assert.Throws<DataException>(() => directory.Load("0042"));

        Assert.EndsWith("there are 0008, 0010, 0015, 0016, 0018", exception.Message, StringComparison.Ordinal);
    }
}
