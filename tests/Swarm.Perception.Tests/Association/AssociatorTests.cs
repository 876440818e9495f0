using CsCheck;
using Swarm.Domain;

namespace Swarm.Perception.Tests.Association;

public sealed class AssociatorTests
{
    private static readonly TrackerOptions Options = new();

    [Fact]
    public void Associate_ManyClustersAtOnce_EqualsTheOptimumOverTheWholeFrame()
    {
        // Tracks and measurements in a space so small that clusters of several arise.
        var place = Gen.Select(Gen.Double[0, 6], Gen.Double[0, 3]);
        Gen.Select(place.Array[1, 6], place.Array[1, 6]).Sample((trackPlaces, seenPlaces) =>
        {
            var tracks = trackPlaces.Select((at, i) => Born(i, at)).ToList();
            var seen = seenPlaces.Select(Measured).ToArray();
            var associator = new Associator(Options);
            associator.Associate(Near(tracks), seen, Options.DetectionProbability);

            var pairs = Enumerable.Range(0, tracks.Count).Select(associator.PairOf).OfType<Candidate>().ToList();
            Assert.Equal(pairs.Count, pairs.Select(pair => pair.Measurement).Distinct().Count());
            Assert.Equal(Least(tracks, seen, 0, 0), pairs.Sum(pair => pair.Cost), 9);
        });
    }

    [Fact]
    public void Associate_OneCrowdOfHundreds_GivesEachMeasurementOnce()
    {
        var tracks = Enumerable.Range(0, 200).Select(i => Born(i, (0.01 * i, 0))).ToList();
        var seen = Enumerable.Range(0, 200).Select(i => Measured((0.01 * i, 0.05))).ToArray();
        var associator = new Associator(Options);
        associator.Associate(Near(tracks), seen, 0.9);
        var taken = Enumerable.Range(0, tracks.Count).Select(associator.PairOf).OfType<Candidate>().Select(pair => pair.Measurement).ToList();
        Assert.Equal(200, taken.Distinct().Count());
        Assert.Equal(taken.Count, taken.Distinct().Count());
    }

    [Fact]
    public void Associate_EverythingInOnePlace_StaysBounded()
    {
        var tracks = Enumerable.Range(0, 2000).Select(i => Born(i, (0, 0))).ToList();
        var seen = Enumerable.Range(0, 500).Select(_ => Measured((0, 0))).ToArray();
        var associator = new Associator(Options);
        associator.Associate(Near(tracks), seen, 0.9);
        var taken = Enumerable.Range(0, tracks.Count).Select(associator.PairOf).OfType<Candidate>().Select(pair => pair.Measurement).ToList();
        Assert.NotEmpty(taken);
        Assert.Equal(taken.Count, taken.Distinct().Count());
    }

    private static LocalTrack Born(int number, (double X, double Y) at)
    {
        var track = new LocalTrack();
        track.Begin(new TrackId($"t-{number}"), Measured(at), Scene.Onlooker, Scene.Start, Options);
        return track;
    }

    private static NearTrack[] Near(List<LocalTrack> tracks) =>
        [.. tracks.Select(track => new NearTrack(track, track.State, track.Existence))];

    private static Measurement Measured((double X, double Y) at)
    {
        Assert.True(Measurement.TryFrom(Scene.Person(at.X, at.Y, deviation: 0.5), out var measurement));
        return measurement;
    }

    /// <summary>Every choice for every track, written down from the formula and not from the code under test.</summary>
    private static double Least(List<LocalTrack> tracks, Measurement[] seen, int track, int used)
    {
        if (track == tracks.Count)
            return 0;
        var least = Least(tracks, seen, track + 1, used);
        for (var m = 0; m < seen.Length; m++)
        {
            if ((used & (1 << m)) == 0 && Cost(tracks[track], seen[m]) is < 0 and var cost)
                least = Math.Min(least, cost + Least(tracks, seen, track + 1, used | (1 << m)));
        }

        return least;
    }

    private static double Cost(LocalTrack track, Measurement seen)
    {
        var (dx, dy) = (seen.Place.X - track.State.X, seen.Place.Y - track.State.Y);
        var variance = track.State.Covariance.XX + seen.Noise.XX;
        var squared = ((dx * dx) + (dy * dy)) / variance;
        if (squared > Gaussian2.ChiSquareQuantile(Options.GateProbability))
            return 0;
        var detected = Options.DetectionProbability * track.Existence;
        // Both say pedestrian: 0.8 · 0.8 + 4 · 0.05 · 0.05, against 1/5 for any body.
        var sameClass = ((0.8 * 0.8) + (4 * 0.05 * 0.05)) / 0.2;
        return -Math.Log(detected / (1 - detected) * sameClass * Math.Exp(-squared / 2) / (Math.Tau * variance) / Options.ClutterDensity);
    }
}
