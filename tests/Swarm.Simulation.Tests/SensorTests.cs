using Swarm.Domain;

namespace Swarm.Simulation.Tests;

public sealed class SensorTests(ITestOutputHelper output)
{
    [Fact]
    public void Look_AnyBodyDetected_IsNotBehindAHouseOrAVan()
    {
        var world = Scenes.Demo(seed: 3, Run.Start);
        var detections = 0;
        ForEachLook(world, seconds: 30, (device, eye, frame) =>
        {
            var position = device.Pose.Transform(eye.Model.Sensor.Mount.Plane);
            var height = device.Pose.Z + eye.Model.Sensor.Mount.Z;
            foreach (var body in eye.Truth.OfType<Body>())
            {
                detections++;
                var hidden = new[] { 0.0, body.Radius, -body.Radius }.All(aside => world.Town.Obstacles.Any(obstacle =>
                    obstacle.Height >= height / 2 && Blocks(obstacle, position, Aside(body, position, aside))));
                Assert.False(hidden, $"{device.Id} at {position} cannot have seen {body.Name} at {body.Pose.Plane}");
            }
        });
        Assert.True(detections > 1000);
    }

    [Fact]
    public void Look_MiddleInRegion_DetectedAsOftenAsStated()
    {
        var world = Scenes.Demo(seed: 4, Run.Start);
        var counts = new Dictionary<double, (int There, int Seen)>();
        ForEachLook(world, seconds: 60, (device, eye, frame) =>
        {
            var region = frame.Region!;
            foreach (var body in world.Bodies)
            {
                if (body == device || body.Pose.Z > 2 || !Contains(region.Polygon, device.Pose.InverseTransform(body.Pose.Plane)))
                    continue;
                var (there, seen) = counts.GetValueOrDefault(region.DetectionProbability);
                counts[region.DetectionProbability] = (there + 1, seen + (eye.Truth.Contains(body) ? 1 : 0));
            }
        });

        foreach (var (stated, (there, seen)) in counts)
        {
            output.WriteLine($"stated {stated}, {seen} of {there} detected: {(double)seen / there:F4}");
            Assert.True(there > 1000);
            // Four standard deviations of a binomial share, and half a percent for corners that are rounded to the centimetre.
            Assert.Equal(stated, (double)seen / there, (4 * Math.Sqrt(stated * (1 - stated) / there)) + 0.005);
        }
    }

    [Fact]
    public void Look_Detections_ErrorsMatchTheirCovariance()
    {
        var world = Scenes.Demo(seed: 5, Run.Start);
        double nees = 0, egoNees = 0;
        var (count, egoCount, falseAlarms, looks) = (0, 0, 0, 0);
        ForEachLook(world, seconds: 60, (device, eye, frame) =>
        {
            looks++;
            egoCount++;
            egoNees += EgoNees(device, frame);
            for (var i = 0; i < frame.Objects.Count; i++)
            {
                if (eye.Truth[i] is not { } body)
                {
                    falseAlarms++;
                    continue;
                }

                count++;
                var truth = device.Pose.InverseTransform(body.Pose.Plane);
                var (dx, dy, p) = (frame.Objects[i].Position.X - truth.X, frame.Objects[i].Position.Y - truth.Y, frame.Objects[i].Covariance);
                nees += ((p.YY * dx * dx) - (2 * p.XY * dx * dy) + (p.XX * dy * dy)) / ((p.XX * p.YY) - (p.XY * p.XY));
            }
        });

        output.WriteLine($"NEES of {count} detections {nees / count:F3} (2), of {egoCount} poses {egoNees / egoCount:F2} (3)");
        output.WriteLine($"{falseAlarms} false alarms in {looks} looks: {(double)falseAlarms / looks:F4}");
        // A chi-square of 2 has variance 4; the band is four standard deviations of the mean.
        Assert.Equal(2, nees / count, 4 * 2 / Math.Sqrt(count));
        // Errors of the pose last for 8 s, so 60 s of 17 devices are some 17 · 60 / 16 independent ones, of variance 6.
        Assert.Equal(3, egoNees / egoCount, 4 * Math.Sqrt(6 / 64.0));
        Assert.InRange((double)falseAlarms / looks, 0.005, 0.03);
    }

    [Fact]
    public void Look_AnyFrame_IsWithinTheProtocol()
    {
        var world = Scenes.Demo(seed: 6, Run.Start);
        ForEachLook(world, seconds: 5, (device, eye, frame) =>
        {
            Assert.InRange(frame.Region!.Polygon.Count, 3, 128);
            Assert.Contains(device.Factsheet.Sensors, sensor => sensor.Id == frame.Sensor);
            var (position, field) = (eye.Model.Sensor.Mount.Plane, eye.Model.Sensor.FieldOfView);
            Assert.All(frame.Region.Polygon, corner => Assert.True(corner.DistanceTo(position) <= field.MaxRange + 0.02));
        });
    }

    private static void ForEachLook(World world, double seconds, Action<SimulatedDevice, Eye, DetectionFrame> each) =>
        Run.For(world, seconds, () =>
        {
            foreach (var (device, message) in world.Reports)
                if (message is DetectionFrame frame)
                    each(device, device.Eyes.Single(), frame);
        });

    private static double EgoNees(SimulatedDevice device, DetectionFrame frame)
    {
        var (dx, dy) = (frame.Ego.X - device.Pose.X, frame.Ego.Y - device.Pose.Y);
        var yaw = Angle.Normalize(frame.Ego.Yaw - device.Pose.Yaw);
        var p = frame.EgoCovariance;
        return (dx * dx / p.XX) + (dy * dy / p.YY) + (yaw * yaw / p.YawYaw);
    }

    private static Point2 Aside(Body body, Point2 eye, double aside) => body.Pose.Plane + (aside * (body.Pose.Plane - eye).Unit.Left);

    /// <summary>By walking along the line, quite unlike the code under test.</summary>
    private static bool Blocks(Obstacle obstacle, Point2 from, Point2 to)
    {
        const int Steps = 400;
        for (var i = 1; i < Steps; i++)
            if (obstacle.Outline.Grow(-0.05).Contains(from + ((double)i / Steps * (to - from))))
                return true;
        return false;
    }

    private static bool Contains(IReadOnlyList<Point2> polygon, Point2 point)
    {
        var inside = false;
        for (var (i, j) = (0, polygon.Count - 1); i < polygon.Count; j = i++)
        {
            var (a, b) = (polygon[i], polygon[j]);
            if (a.Y > point.Y != b.Y > point.Y && point.X < ((b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y)) + a.X)
                inside = !inside;
        }

        return inside;
    }
}
