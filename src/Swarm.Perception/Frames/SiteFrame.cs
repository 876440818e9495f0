using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Takes what a device saw from its body frame to the site frame.</summary>
public static class SiteFrame
{
    /// <summary>
    /// Positions, yaws, velocities and the region are turned and shifted. The ego covariance goes along beside the objects, as it is one
    /// error for all of them. It counts for a bearing by what the yaw adds to the angle and the place by distance, which the tracker knows.
    /// </summary>
    public static Observation ToSite(DeviceId device, DetectionFrame frame)
    {
        var ego = frame.Ego;
        var objects = new Detection[frame.Objects.Count];
        for (var i = 0; i < objects.Length; i++)
            objects[i] = ToSite(frame.Objects[i], ego);

        var region = frame.Region is { } looked ? ToSite(looked, ego) : null;
        return new Observation(
            device, frame.Sensor, frame.Time, ego, objects, region, frame.Sequence, frame.EgoCovariance, ToSite(frame.Bearings, ego), frame.Ranges);
    }

    private static Detection ToSite(Detection seen, Pose ego)
    {
        var place = ego.Transform(seen.Position.Plane);
        return seen with
        {
            Position = new Position(place.X, place.Y, ego.Z + seen.Position.Z),
            Covariance = seen.Covariance.Rotate(ego.Yaw),
            Yaw = seen.Yaw is { } yaw ? Angle.Normalize(ego.Yaw + yaw) : null,
            Velocity = seen.Velocity is { } velocity ? Turn(velocity, ego.Yaw) : null,
        };
    }

    private static Bearing[]? ToSite(IReadOnlyList<Bearing>? bearings, Pose ego)
    {
        if (bearings is not { Count: > 0 })
            return null;
        var turned = new Bearing[bearings.Count];
        for (var i = 0; i < turned.Length; i++)
            turned[i] = bearings[i] with { Angle = Angle.Normalize(ego.Yaw + bearings[i].Angle) };
        return turned;
    }

    private static Velocity Turn(Velocity velocity, double yaw)
    {
        var (sin, cos) = Math.SinCos(yaw);
        return new((cos * velocity.X) - (sin * velocity.Y), (sin * velocity.X) + (cos * velocity.Y));
    }

    private static LookedRegion ToSite(LookedRegion region, Pose ego)
    {
        // As Pose.Transform does, with one sine and cosine for all corners.
        var (sin, cos) = Math.SinCos(ego.Yaw);
        var polygon = new Point2[region.Polygon.Count];
        for (var i = 0; i < polygon.Length; i++)
        {
            var corner = region.Polygon[i];
            polygon[i] = new(ego.X + (cos * corner.X) - (sin * corner.Y), ego.Y + (sin * corner.X) + (cos * corner.Y));
        }

        return region with { Polygon = polygon };
    }
}
