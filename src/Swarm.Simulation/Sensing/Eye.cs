using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>One sensor of one device at work: what it reports of the world as it is, with its misses, its noise and its false alarms.</summary>
internal sealed class Eye(SensorModel model, Dice dice)
{
    private const int MostObjects = 64;

    private readonly VisibleRegion _region = new();
    private long _sequence;

    public SensorModel Model => model;

    /// <summary>The bodies behind the objects of the last frame, in the same order, null for a false alarm: for tests, which know the truth.</summary>
    public List<Body?> Truth { get; } = [];

    public DetectionFrame Look(World world, SimulatedDevice self, Sightline sight)
    {
        var (sensor, field) = (model.Sensor, model.Sensor.FieldOfView);
        var eye = self.Pose.Transform(sensor.Mount.Plane);
        var yaw = self.Pose.Yaw + sensor.Mount.Yaw;
        sight.Stand(world, self, eye, self.Pose.Z + sensor.Mount.Z, field.MaxRange);
        _region.Look(sight, field, yaw);

        List<Detection> objects = [];
        Truth.Clear();
        foreach (var body in sight.Targets)
        {
            if (objects.Count == MostObjects || !dice.Chance(ChanceToSee(body, sight, field, yaw)))
                continue;
            objects.Add(Measure(self, eye, body.Pose.Plane, body.Class, dice.Uniform(0.7, 0.98), body.Size));
            Truth.Add(body);
        }

        for (var i = dice.Poisson(model.FalseAlarms); i > 0; i--)
        {
            // Spread evenly over the field of view (hence the square root); one behind something is none.
            var bearing = yaw + dice.Uniform(-field.HorizontalAngle / 2, field.HorizontalAngle / 2);
            var range = field.MaxRange * Math.Sqrt(dice.Uniform());
            if (range < field.MinRange || range > _region.DepthAt(bearing))
                continue;
            var point = eye + (range * Plane.Direction(bearing));
            objects.Add(Measure(self, eye, point, ObjectClass.Pedestrian, dice.Uniform(0.3, 0.6), size: null));
            Truth.Add(null);
        }

        var corners = _region.Corners().Select(corner => Rounded(self.Pose.InverseTransform(eye + corner), decimals: 2));
        return new(
            world.Time,
            sensor.Id,
            self.EstimatedPose,
            self.Ego.Covariance,
            objects,
            new([.. corners], model.DetectionProbability),
            _sequence++);
    }

    private static Point2 Rounded(Point2 point, int decimals) => new(Math.Round(point.X, decimals), Math.Round(point.Y, decimals));

    private double ChanceToSee(Body body, Sightline sight, FieldOfView field, double yaw)
    {
        var middle = body.Pose.Plane;
        if (IsInField(middle) && sight.Sees(middle, body))
            return model.DetectionProbability;
        var aside = body.Radius * (middle - sight.Eye).Unit.Left;
        var edgeShows = (IsInField(middle + aside) && sight.Sees(middle + aside, body))
            || (IsInField(middle - aside) && sight.Sees(middle - aside, body));
        return edgeShows ? model.DetectionProbability / 2 : 0;

        bool IsInField(Point2 point)
        {
            var range = point.DistanceTo(sight.Eye);
            var off = Math.Abs(Angle.Normalize((point - sight.Eye).Bearing - yaw));
            return range >= field.MinRange && range <= field.MaxRange && off <= field.HorizontalAngle / 2;
        }
    }

    private Detection Measure(Body self, Point2 eye, Point2 truth, ObjectClass objectClass, double score, Size? size)
    {
        var (range, bearing) = (truth.DistanceTo(eye), (truth - eye).Bearing);
        var along = (model.RangeNoise + (model.RangeNoiseGrowth * range)) * dice.Gaussian();
        var across = (model.RangeNoise + (model.BearingNoise * range)) * dice.Gaussian();
        var direction = Plane.Direction(bearing);
        var seen = Rounded(self.Pose.InverseTransform(truth + (along * direction) + (across * direction.Left)), decimals: 3);
        // All that is seen stands on the ground; the body frame's origin need not.
        return new(objectClass, new(seen.X, seen.Y, -self.Pose.Z), model.CovarianceAt(range, bearing - self.Pose.Yaw), Math.Round(score, 2), size);
    }
}
