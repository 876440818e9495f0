using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Takes what a device saw from its body frame to the site frame.</summary>
public static class SiteFrame
{
    /// <summary>
    /// Positions, yaws, velocities and the region are turned and shifted; the ego covariance is carried into each object's by the
    /// compounding of Smith, Self and Cheeseman, "Estimating Uncertain Spatial Relationships in Robotics", 1990, section 3.2.
    /// </summary>
    public static Observation ToSite(DeviceId device, DetectionFrame frame)
    {
        var ego = frame.Ego;
        var objects = new Detection[frame.Objects.Count];
        for (var i = 0; i < objects.Length; i++)
            objects[i] = ToSite(frame.Objects[i], ego, frame.EgoCovariance);

        return new Observation(device, frame.Sensor, frame.Time, ego, objects, frame.Region is { } region ? ToSite(region, ego) : null, frame.Sequence);
    }

    private static Detection ToSite(Detection seen, Pose ego, PoseCovariance egoCovariance)
    {
        var place = ego.Transform(seen.Position.Plane);
        return seen with
        {
            Position = new Position(place.X, place.Y, ego.Z + seen.Position.Z),
            Covariance = seen.Covariance.Rotate(ego.Yaw) + Carried(place.X - ego.X, place.Y - ego.Y, egoCovariance),
            Yaw = seen.Yaw is { } yaw ? Angle.Normalize(ego.Yaw + yaw) : null,
            Velocity = seen.Velocity is { } velocity ? Turn(velocity, ego.Yaw) : null,
        };
    }

    /// <summary>J P Jᵀ with J = (1 0 -dy; 0 1 dx), the derivative of the object's place by the ego's (x, y, yaw).</summary>
    private static Covariance2 Carried(double dx, double dy, PoseCovariance p) => new(
        p.XX - (2 * dy * p.XYaw) + (dy * dy * p.YawYaw),
        p.XY + (dx * p.XYaw) - (dy * p.YYaw) - (dx * dy * p.YawYaw),
        p.YY + (2 * dx * p.YYaw) + (dx * dx * p.YawYaw));

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
