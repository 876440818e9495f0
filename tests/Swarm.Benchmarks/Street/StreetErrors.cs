using Swarm.Domain;
using Swarm.Perception;
using Swarm.Simulation;

namespace Swarm.Benchmarks.Street;

/// <summary>Adds up how far tracks are from the truth.</summary>
internal sealed class StreetErrors
{
    /// <summary>Metres within which a track is of a body.</summary>
    private const double Near = 1.5;
    private static readonly TimeSpan Horizon = TimeSpan.FromSeconds(1);

    private readonly Dictionary<Body, TrackId> _names = [];
    private readonly Dictionary<Body, Queue<(TimeSpan Due, Point2 Place)>> _foretold = [];
    private readonly (List<double> Place, List<double> Velocity, List<double> Ahead, List<double> Unseen) _squares = ([], [], [], []);
    private int _swaps;

    public void Compare(Body body, TimeSpan now, IReadOnlyList<Track> tracks)
    {
        var truth = body.Pose.Plane;
        CompareForetold(body, now, truth);
        var nearest = tracks.Where(track => track is { Confirmed: true, SeenBy.Count: > 0 }).MinBy(track => track.Position.Plane.DistanceTo(truth));
        if (nearest is not null && nearest.Position.Plane.DistanceTo(truth) < Near)
        {
            CompareSeen(body, now, truth, nearest);
        }
        else if (_names.TryGetValue(body, out var name) && tracks.FirstOrDefault(track => track.Id == name) is { SeenBy.Count: 0 } unseen)
        {
            Add(_squares.Unseen, unseen.Position.Plane.DistanceTo(truth));
        }
    }

    public StreetRow Row(MotionKind motion, AssociationKind association) => new(
        motion,
        association,
        _squares.Place.Count,
        Root(_squares.Place),
        Root(_squares.Velocity),
        Root(_squares.Ahead),
        _squares.Unseen.Count,
        Root(_squares.Unseen),
        _swaps);

    private void CompareSeen(Body body, TimeSpan now, Point2 truth, Track track)
    {
        if (_names.TryGetValue(body, out var name) && name != track.Id)
            _swaps++;
        _names[body] = track.Id;
        Add(_squares.Place, track.Position.Plane.DistanceTo(truth));
        Add(_squares.Velocity, new Velocity(track.Velocity.X - body.Velocity.X, track.Velocity.Y - body.Velocity.Y).Speed);
        if (!_foretold.TryGetValue(body, out var foretold))
            _foretold[body] = foretold = [];
        var seconds = Horizon.TotalSeconds;
        foretold.Enqueue((
            now + Horizon, new(track.Position.X + (seconds * track.Velocity.X), track.Position.Y + (seconds * track.Velocity.Y))));
    }

    private void CompareForetold(Body body, TimeSpan now, Point2 truth)
    {
        while (_foretold.TryGetValue(body, out var foretold) && foretold.TryPeek(out var next) && next.Due <= now)
            Add(_squares.Ahead, foretold.Dequeue().Place.DistanceTo(truth));
    }

    /// <summary>What is many metres off appeared elsewhere in the meantime.</summary>
    private static void Add(List<double> squares, double error)
    {
        const double elsewhere = 15;
        if (error < elsewhere)
            squares.Add(error * error);
    }

    private static double Root(List<double> squares) => squares.Count == 0 ? 0 : Math.Sqrt(squares.Average());
}
