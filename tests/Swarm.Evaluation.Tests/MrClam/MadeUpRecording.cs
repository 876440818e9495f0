using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Evaluation.Tests.MrClam;

/// <summary>
/// A recording as MR.CLAM has them, of robots whose faults are known: late, slower in turns, with cameras that are off. Robots drive straight
/// and turn by turns; each sees three landmarks and the next robot twice a second.
/// </summary>
internal static class MadeUpRecording
{
    public const double SightingDelay = 0.05;
    public static readonly OdometryCalibration Odometry = new(0.2, 1.03, 1, 0.95);
    public static readonly SightingCalibration Camera = new(0.97, -0.05, 0.03, 0, 0.01);
    private const double Step = 0.05;

    public static MrClamRecording Of(double seconds, double noise)
    {
        var random = new Random(7);
        Dictionary<int, Landmark> landmarks = new()
        {
            [6] = Landmark(6, 4, 0),
            [7] = Landmark(7, -3, 3),
            [8] = Landmark(8, -2, -4),
        };
        var paths = Enumerable.Range(0, 5).Select(robot => Drive(robot, seconds, noise, random)).ToList();
        var captures = paths.ConvertAll(path => new MotionCapture([.. path.Truth.Where((_, i) => i % 2 == 0)]));
        var robots = Enumerable.Range(0, 5).Select(robot =>
        {
            var sightings = new List<MrClamSighting>();
            for (var time = 1.0; time < seconds - 1; time += 0.5)
            {
                var pose = captures[robot].At(time)!.Value;
                foreach (var (subject, landmark) in landmarks)
                    Look(subject, landmark.Position, isDevice: false);
                var next = (robot + 1) % 5;
                Look(next + 1, captures[next].At(time)!.Value.Plane, isDevice: true);

                void Look(int subject, Point2 at, bool isDevice)
                {
                    var local = pose.InverseTransform(at);
                    var bearing = Math.Atan2(local.Y, local.X) - Camera.BearingOffset + (noise * 0.01 * Normal(random));
                    var range = pose.Plane.DistanceTo(at) - Camera.Offset - (isDevice ? Camera.DeviceOffset : 0);
                    // A camera looks ahead.
                    if (Math.Abs(bearing) < 0.8 && range > 0.5)
                        sightings.Add(new(
                            time + SightingDelay, 10 * subject, range * (1 + (noise * 0.01 * Normal(random))) * Math.Cos(bearing) / Camera.Scale, bearing));
                }
            }

            return new MrClamRobot(robot + 1, captures[robot], paths[robot].Said, sightings);
        });
        return new([.. robots], Enumerable.Range(1, 8).ToDictionary(subject => 10 * subject, subject => subject), landmarks);
    }

    private static (List<(double Time, Pose Pose)> Truth, List<MrClamOdometry> Said) Drive(int robot, double seconds, double noise, Random random)
    {
        var pose = new Pose(Math.Cos(robot), Math.Sin(robot), robot);
        List<(double Time, Pose Pose)> truth = [];
        List<MrClamOdometry> said = [];
        var steps = (int)Math.Round(seconds / Step);
        var lag = (int)Math.Round(Odometry.Delay / Step);
        for (var i = 0; i <= steps; i++)
        {
            truth.Add((i * Step, pose));
            said.Add(Said(i, robot));
            var (speed, yawRate) = Odometry.Correct(Said(i - lag, robot));
            var (way, turn) = (speed * Step, yawRate * Step * (1 + (noise * 0.2 * Normal(random))));
            var place = (pose with { Yaw = pose.Yaw + (turn / 2) }).Transform(new(way, 0));
            pose = new(place.X, place.Y, Angle.Normalize(pose.Yaw + turn));
        }

        return (truth, said);
    }

    private static MrClamOdometry Said(int step, int robot) =>
        ((step * Step) + robot) % 5 < 3 ? new(step * Step, 0.08, 0) : new(step * Step, 0.06, robot % 2 == 0 ? 0.4 : -0.4);

    private static Landmark Landmark(int subject, double x, double y) => new($"landmark-{subject}", new(x, y), Covariance2.Isotropic(1e-4));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
