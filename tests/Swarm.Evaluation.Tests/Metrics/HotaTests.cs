namespace Swarm.Evaluation.Tests;

public sealed class HotaTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Score_PerfectTracks_IsOne() => Assert.Equal(new Hota(1, 1, 1, 1), Rounded(Score([[(0, 0, 1)], [(0, 0, 1)]])));

    /// <summary>An object of four frames, a track for each half: A = 2 / (2 + 2) for every pair.</summary>
    [Fact]
    public void Score_TrackOfTwoHalves_IsTheRootOfAHalf()
    {
        var hota = Score([[(0, 0, 1)], [(0, 0, 1)], [(0, 1, 1)], [(0, 1, 1)]]);

        Assert.Equal(1, hota.Detection, Tolerance);
        Assert.Equal(0.5, hota.Association, Tolerance);
        Assert.Equal(Math.Sqrt(0.5), hota.Score, Tolerance);
    }

    /// <summary>Three frames with a pair, one frame missed, one box false: DetA 3/5, and A = 3 / (3 + 1) as the object has a frame more.</summary>
    [Fact]
    public void Score_OneMissedOneFalse_CountsBoth()
    {
        var hota = Score([[(0, 0, 1)], [(0, 0, 1)], [(0, 0, 1)], [(0, -1, 0), (-1, 1, 0)]]);

        Assert.Equal(0.6, hota.Detection, Tolerance);
        Assert.Equal(0.75, hota.Association, Tolerance);
        Assert.Equal(Math.Sqrt(0.6 * 0.75), hota.Score, Tolerance);
    }

    /// <summary>An overlap of 0.5 counts up to α = 0.5, that is at 10 of 19 levels, and not above.</summary>
    [Fact]
    public void Score_HalfAnOverlap_CountsAtTenLevelsOfNineteen()
    {
        var hota = Score([[(0, 0, 0.5)]]);

        Assert.Equal(10 / 19.0, hota.Score, Tolerance);
        Assert.Equal(((10 * 0.5) + 9) / 19, hota.Localisation, Tolerance);
    }

    /// <summary>
    /// In the last frame a second track overlaps a little more. The first one has been with the object all the time, and stays its partner:
    /// alone, the second one would be.
    /// </summary>
    [Fact]
    public void Score_NewcomerOverlapsMore_TheCompanionStaysThePartner()
    {
        var hota = Score([[(0, 0, 1)], [(0, 0, 1)], [(0, 0, 1)], [(0, 0, 0.9), (0, 1, 0.95)]]);

        // Levels up to 0.9: 4 pairs, 1 false. At 0.95 the pair of the last frame is none: 3 pairs, 1 missed, 2 false.
        Assert.Equal(((18 * 4 / 5.0) + (3 / 6.0)) / 19, hota.Detection, Tolerance);
        Assert.Equal(((18 * 1.0) + (3 / 5.0)) / 19, hota.Association, Tolerance);
    }

    [Fact]
    public void Score_NoTrack_IsZero() => Assert.Equal((0, 0, 0), (Score([[(0, -1, 0)]]).Score, Score([[(0, -1, 0)]]).Detection, 0));

    private static Hota Rounded(Hota hota) =>
        new(Math.Round(hota.Score, 9), Math.Round(hota.Detection, 9), Math.Round(hota.Association, 9), Math.Round(hota.Localisation, 9));

    /// <param name="frames">For each frame the overlaps of an object with a track; −1 where there is none.</param>
    private static Hota Score((int Object, int Track, double Iou)[][] frames)
    {
        var counted = frames.Select(Frame).ToList();
        var counter = new HotaCounter();
        counter.Add(counted, objects: 1 + counted.Max(frame => frame.Objects.Max()), tracks: 1 + counted.Max(frame => frame.Tracks.DefaultIfEmpty().Max()));
        return counter.Result;
    }

    private static CountedFrame Frame((int Object, int Track, double Iou)[] overlaps)
    {
        int[] objects = [.. overlaps.Select(overlap => overlap.Object).Where(known => known >= 0).Distinct()];
        int[] tracks = [.. overlaps.Select(overlap => overlap.Track).Where(track => track >= 0).Distinct()];
        return new(
            objects,
            new UprightBox[objects.Length],
            tracks,
            new UprightBox[tracks.Length],
            [.. overlaps
                .Where(overlap => overlap.Iou > 0)
                .Select(overlap => new Overlap(Array.IndexOf(objects, overlap.Object), Array.IndexOf(tracks, overlap.Track), overlap.Iou))]);
    }
}
