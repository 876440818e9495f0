using Swarm.Device;
using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Decides when a wagon at the kerb may cross: for a while nobody on the road must have come nearer.</summary>
internal sealed class KerbWatch
{
    private const double RoadAhead = 15;

    /// <summary>After so many looks the velocity of a sighting means something.</summary>
    private const int LooksToTell = 5;

    private static readonly TimeSpan LookFor = TimeSpan.FromSeconds(1);

    private Crossing? _at;
    private DateTimeOffset _busy;

    /// <summary>Whether the wagon, which stands at or nears this crossing, may go on to it.</summary>
    public bool MayCross(Crossing crossing, OwnSight sight, SiteGuidance guidance, DateTimeOffset now)
    {
        var area = crossing.Area;
        var road = crossing.AlongX
            ? area with { West = area.West - RoadAhead, East = area.East + RoadAhead }
            : area with { South = area.South - RoadAhead, North = area.North + RoadAhead };
        var traffic =
            sight.Seen.Any(seen => seen.IsTraffic && road.Contains(seen.Position)
                && (seen.Looks < LooksToTell || Approaches(seen.Position, seen.Velocity, area.Centre)))
            || guidance.Tracks.Any(track => track.Class is ObjectClass.Vehicle or ObjectClass.Cyclist && road.Contains(track.Position.Plane)
                && Approaches(track.Position.Plane, new(track.Velocity.X, track.Velocity.Y), area.Centre));
        if (traffic || crossing != _at)
            (_at, _busy) = (crossing, now);
        return now - _busy >= LookFor;
    }

    /// <summary>Who stands gives way, and who has passed is gone.</summary>
    private static bool Approaches(Point2 position, Point2 velocity, Point2 crossing) =>
        velocity.Dot((crossing - position).Unit) > 0.6;
}
