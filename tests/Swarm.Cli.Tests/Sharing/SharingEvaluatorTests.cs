using Swarm.Domain;
using Swarm.Evaluation;

namespace Swarm.Cli.Tests;

/// <summary>
/// A street of five objects, 20 m apart along x, over frames 0.1 s apart: object 1 the first car sees from frame 0 on; object 2 only the
/// second car sees; object 3 the second car sees from frame 1, the first from frame 6; object 4 nobody sees; object 5 the second
/// car sees from frame 2, the first from frame 4.
/// </summary>
public sealed class SharingEvaluatorTests
{
    private static readonly TrackId Track = new("t");

    [Fact]
    public void Result_NothingTold_CountsWhatEachCarSaw()
    {
        var result = new SharingEvaluator(Street()).Result();

        Assert.Equal(10, result.Frames);
        Assert.Equal(5, result.Objects);
        Assert.Equal((3, 3), (result.ObjectsSeenByEgo, result.ObjectsSeenByOther));
        Assert.Equal((2, 1, 0), (result.NeverSeen, result.NeverSeenButByOther, result.NeverSeenButTold));
        Assert.Equal((2, 0), (result.OtherFirst, result.ToldAhead));
        Assert.Null(result.LeadMedianSeconds);
        Assert.Equal((10 + 4 + 6, 10 + 9 + 8), (result.DetectionsByEgo, result.DetectionsByOther));
        Assert.Equal((50, 20, 20), (result.Boxes, result.BoxesSeen, result.BoxesSeenOrTold));
    }

    [Fact]
    public void Told_ObjectNeverDetected_IsCounted()
    {
        var evaluator = new SharingEvaluator(Street());

        evaluator.Told(Seconds(0.35), [At(40.5, 0.3)]);

        var result = evaluator.Result();
        Assert.Equal(1, result.NeverSeenButTold);
        Assert.Equal((20, 21), (result.BoxesSeen, result.BoxesSeenOrTold));
        Assert.Equal((1, 0, 1L, 0L), (result.ToldTracks, result.FalseTracks, result.ToldBoxes, result.FalseBoxes));
    }

    /// <summary>Object 3 is first told at 0.25 s and detected at 0.6 s; object 5 is told at 0.38 s and detected at 0.4 s.</summary>
    [Fact]
    public void Told_BeforeTheFirstCarsOwnDetection_GivesTheLead()
    {
        var evaluator = new SharingEvaluator(Street());

        evaluator.Told(Seconds(0.25), [At(60, 0.2)]);
        evaluator.Told(Seconds(0.38), [At(60, 0.3), At(100, 0.3, "u")]);
        evaluator.Told(Seconds(0.75), [At(60, 0.7)]);

        var result = evaluator.Result();
        Assert.Equal(2, result.ToldAhead);
        Assert.Equal([0.02, 0.35], result.LeadSeconds.Select(lead => Math.Round(lead, 9)));
        Assert.Equal(0.02, result.LeadMedianSeconds!.Value, 9);
        Assert.Equal(0.35, result.LeadP90Seconds!.Value, 9);
    }

    [Fact]
    public void Told_AfterTheFirstCarsOwnDetection_GivesNoLead()
    {
        var evaluator = new SharingEvaluator(Street());

        evaluator.Told(Seconds(0.65), [At(60, 0.5)]);

        Assert.Equal(0, evaluator.Result().ToldAhead);
    }

    [Fact]
    public void Told_TrackThatMatchesNothing_IsFalse()
    {
        var evaluator = new SharingEvaluator(Street());

        evaluator.Told(Seconds(0.2), [At(50, 0.2), At(40, 0.2, "real")]);
        evaluator.Told(Seconds(0.3), [At(50, 0.3), At(43, 0.3, "real")]);

        var result = evaluator.Result();
        Assert.Equal((2, 1), (result.ToldTracks, result.FalseTracks));
        Assert.Equal((4L, 3L), (result.ToldBoxes, result.FalseBoxes));
    }

    /// <summary>What a message told is held at later frames: object 3 a second time, and beside it something that is nothing.</summary>
    [Fact]
    public void Held_AtAFrame_IsToldToTheFirstCarThen()
    {
        var evaluator = new SharingEvaluator(Street());

        evaluator.Told(Seconds(0.25), [At(60, 0.2)]);
        evaluator.Held(4, [At(60.5, 0.4), At(50, 0.4, "ghost")]);
        evaluator.Held(3, [At(40, 0.3, "u")]);

        var result = evaluator.Result();
        Assert.Equal((3L, 1L), (result.HeldBoxes, result.FalseHeldBoxes));
        Assert.Equal((20, 23), (result.BoxesSeen, result.BoxesSeenOrTold));
        Assert.Equal((1, 1), (result.NeverSeenButTold, result.ToldAhead));
        Assert.Equal(0.35, result.LeadMedianSeconds!.Value, 9);
        Assert.Equal(1L, result.ToldBoxes);
    }

    [Fact]
    public void Told_FirstCarItself_IsFalse()
    {
        var frame = Recording.Frame([], [new RecordedDetection(0, Box(0.2), 0.9)], [new RecordedLabel(0, 9, Box(0.1))]);
        var evaluator = new SharingEvaluator(new Recording("itself", [frame]));

        evaluator.Told(Seconds(0), [At(0.2, 0)]);

        var result = evaluator.Result();
        Assert.Equal((0, 0), (result.Objects, result.ObjectsSeenByOther));
        Assert.Equal(1, result.FalseTracks);
    }

    /// <summary>A car 10 m further on in each frame is 5 m further half-way between, and so is the track told for that time.</summary>
    [Fact]
    public void Told_BetweenFrames_IsComparedWithTheTruthBetween()
    {
        var frames = Enumerable.Range(0, 2).Select(frame => Recording.Frame([], [], [new RecordedLabel(frame, 1, Box(20 + (10 * frame)))]));
        var evaluator = new SharingEvaluator(new Recording("moving", [.. frames]));

        evaluator.Told(Seconds(0.08), [At(25, 0.05)]);

        Assert.Equal(1, evaluator.Result().NeverSeenButTold);
    }

    [Fact]
    public void Told_TimeOutsideTheRecording_IsLeftOut()
    {
        var evaluator = new SharingEvaluator(Street());

        evaluator.Told(Seconds(1.2), [At(40, 1.1)]);

        Assert.Equal((1, 0L), (evaluator.Result().Messages, evaluator.Result().ToldBoxes));
    }

    [Fact]
    public void Sum_TwoSequences_TakesLeadsTogether()
    {
        var first = new SharingEvaluator(Street());
        first.Told(Seconds(0.25), [At(60, 0.2)]);
        var second = new SharingEvaluator(Street());
        second.Told(Seconds(0.35), [At(60, 0.3)], latency: Seconds(0.05));

        var sum = SharingResult.Sum([first.Result(), second.Result()]);

        Assert.Equal((20, 10, 4), (sum.Frames, sum.Objects, sum.OtherFirst));
        Assert.Equal([0.25, 0.35], sum.LeadSeconds.Select(lead => Math.Round(lead, 9)));
        Assert.Equal(50, sum.LatencyMedianMilliseconds!.Value, 9);
    }

    private static Recording Street() => new("street", [.. Enumerable.Range(0, 10).Select(Frame)]);

    private static RecordedFrame Frame(int frame)
    {
        List<int> ego = [1];
        List<int> other = [2];
        if (frame >= 1)
            other.Add(3);
        if (frame >= 2)
            other.Add(5);
        if (frame >= 6)
            ego.Add(3);
        if (frame >= 4)
            ego.Add(5);
        return Recording.Frame(
            ego.Select(known => new RecordedDetection(frame, Box((20 * known) + 0.5), 0.8)),
            other.Select(known => new RecordedDetection(frame, Box((20 * known) - 0.5), 0.8)),
            Enumerable.Range(1, 5).Select(known => new RecordedLabel(frame, known, Box(20 * known))));
    }

    private static RecordedBox Box(double x) => new(new Position(x, 0), new Size(4.5, 1.8, 1.5), 0);

    private static ToldObject At(double x, double seconds, string? track = null) =>
        new(track is null ? Track : new TrackId(track), new Point2(x, 0), Seconds(seconds));

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
