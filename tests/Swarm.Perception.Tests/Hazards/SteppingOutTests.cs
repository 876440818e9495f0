using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Hazards;

/// <summary>A child steps out 8 m ahead of a wagon that cannot see it; a camera does. Tracker and assessment together.</summary>
public sealed class SteppingOutTests
{
    private static readonly HazardAssessment Assessment = new(new HazardOptions());

    [Theory]
    [InlineData(1.5, 1)]
    [InlineData(1.5, 1.5)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public void Assess_ChildStepsOut_IsReportedWithinTwoFramesOfBeingConfirmed(double wagonSpeed, double childSpeed)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var confirmed = -1;
            for (var frame = 0; ; frame++)
            {
                var (tracks, hazards) = Play(seed, frame, wagonSpeed, childSpeed);
                if (confirmed < 0 && tracks.Any(track => track.Confirmed))
                    confirmed = frame;
                if (hazards.Count > 0)
                    break;
                Assert.True(confirmed < 0 || frame < confirmed + 2, $"seed {seed}: confirmed in frame {confirmed}, no hazard by frame {frame}");
            }
        }
    }

    [Fact]
    public void Assess_PeopleStandingThreeMetresAside_RarelyReportedOnceTheirVelocityIsKnown()
    {
        var reported = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var (tracks, hazards) = Play(seed, frames: 15, wagonSpeed: 1.5, childSpeed: 0, side: 3);
            Assert.NotEmpty(tracks);
            reported += hazards.Count;
        }

        Assert.InRange(reported, 0, 2);
    }

    private static (IReadOnlyList<Track> Tracks, IReadOnlyList<Hazard> Hazards) Play(
        int seed, int frames, double wagonSpeed, double childSpeed, double side = 2)
    {
        var random = new Random(seed);
        double Noise() => 0.15 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
        var tracker = Tracker();
        var wagon = Device(Wagon, 0, 0, vx: wagonSpeed);
        for (var frame = 0; frame <= frames; frame++)
        {
            var t = frame * 0.1;
            wagon = Device(Wagon, wagonSpeed * t, 0, vx: wagonSpeed, seconds: t);
            tracker.Move(wagon);
            tracker.See(Frame(t, Person(8 + Noise(), side - (childSpeed * t) + Noise(), deviation: 0.15)));
            tracker.Advance(At(t));
        }

        return (tracker.Tracks, Assessment.Assess(wagon, tracker.Tracks, tracker.Devices, At(frames * 0.1)));
    }
}
