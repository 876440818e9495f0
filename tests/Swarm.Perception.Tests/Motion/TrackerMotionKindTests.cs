using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Motion;

public sealed class TrackerMotionKindTests
{
    public static TheoryData<MotionKind, AssociationKind> All { get; } =
        new(from motion in Enum.GetValues<MotionKind>() from association in Enum.GetValues<AssociationKind>() select (motion, association));

    [Theory]
    [MemberData(nameof(All))]
    public void Observe_TwoPeopleCrossing_AreTwoSoundTracks(MotionKind motion, AssociationKind association)
    {
        var tracker = Tracker(Options(motion, association));
        for (var frame = 0; frame <= 40; frame++)
        {
            var t = frame * 0.1;
            tracker.See(Frame(t, Person(-2 + t, -1 + (0.5 * t), deviation: 0.1), Person(2 - t, 1 - (0.5 * t), deviation: 0.1)));
        }

        var tracks = tracker.TracksAt(4);
        Assert.Equal(2, tracks.Count);
        Assert.All(tracks, track => Assert.Equal(1, Math.Abs(track.Velocity.X), 0.3));
        Assert.Equal(4, Math.Abs(tracks[0].Position.X - tracks[1].Position.X), 0.3);
    }

    /// <summary>Half of the steps are told late: what is taken out of order comes to the same for every motion.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Observe_FramesOutOfOrder_MakeTheSameTracks(MotionKind motion, AssociationKind association)
    {
        var (ordered, shuffled) = (Tracker(Options(motion, association)), Tracker(Options(motion, association)));
        for (var frame = 0; frame < 20; frame += 2)
        {
            Observation[] pair = [Seen(frame), Seen(frame + 1)];
            ordered.Observe(pair[0], pair[1].Time);
            ordered.Observe(pair[1], pair[1].Time);
            ordered.Advance(pair[1].Time);
            shuffled.Observe(pair[1], pair[1].Time);
            shuffled.Advance(pair[1].Time);
            shuffled.Observe(pair[0], pair[1].Time);
            shuffled.Advance(pair[1].Time);
        }

        var (a, b) = (Assert.Single(ordered.TracksAt(2)), Assert.Single(shuffled.TracksAt(2)));
        Assert.Equal(a.Position.X, b.Position.X, 1e-9);
        Assert.Equal(a.Covariance.VyVy, b.Covariance.VyVy, 1e-9);

        static Observation Seen(int frame) => Frame(frame * 0.1, Person(Math.Cos(frame * 0.1), Math.Sin(frame * 0.1)));
    }

    private static TrackerOptions Options(MotionKind motion, AssociationKind association) => new()
    {
        Motions = Enum.GetValues<ObjectClass>().ToDictionary(each => each, _ => motion),
        Association = association,
    };
}
