using Swarm.Domain;

namespace Swarm.Perception.Tests;

/// <summary>Builds what the tests show to perception. Seconds count from <see cref="Start"/>.</summary>
internal static class Scene
{
    public static readonly DateTimeOffset Start = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);
    public static readonly DeviceId Wagon = new("wagon-1");
    public static readonly DeviceId Onlooker = new("camera-1");

    public static DateTimeOffset At(double seconds) => Start + TimeSpan.FromSeconds(seconds);

    public static Detection Person(double x, double y, double score = 0.8, double deviation = 0.2) =>
        new(ObjectClass.Pedestrian, new Position(x, y), Covariance2.Isotropic(deviation), score);

    public static Observation Frame(double seconds, params Detection[] objects) => Frame(seconds, Onlooker, null, objects);

    public static Observation Frame(double seconds, DeviceId device, LookedRegion? region, params Detection[] objects) =>
        new(device, "front", At(seconds), new Pose(0, 0, 0), objects, region);

    public static LookedRegion Square(double half, double detectionProbability = 0.9) =>
        new([new(-half, -half), new(half, -half), new(half, half), new(-half, half)], detectionProbability);

    public static Tracker Tracker(TrackerOptions? options = null, string mint = "a") => new(options ?? new TrackerOptions(), mint);

    public static bool See(this Tracker tracker, Observation observation) => tracker.Observe(observation, observation.Time);

    /// <summary>The tracks as of that time.</summary>
    public static IReadOnlyList<Track> TracksAt(this Tracker tracker, double seconds)
    {
        tracker.Advance(At(seconds));
        return tracker.Tracks;
    }

    public static DeviceMotion Device(
        DeviceId id, double x, double y, double vx = 0, double vy = 0, double seconds = 0, double z = 0, DeviceKind kind = DeviceKind.Wagon) =>
        new(
            id,
            kind,
            At(seconds),
            new Pose(x, y, vx == 0 && vy == 0 ? 0 : Math.Atan2(vy, vx), z),
            PoseCovariance.Diagonal(0.1, 0.02),
            new Velocity(vx, vy),
            0,
            new Size(0.8, 0.6, 1),
            []);

    public static Track Track(
        double x,
        double y,
        double vx = 0,
        double vy = 0,
        ObjectClass objectClass = ObjectClass.Pedestrian,
        double position = 0.15,
        double velocity = 0.3,
        double z = 0,
        string id = "b-1",
        bool confirmed = true,
        double seconds = 0) =>
        new(
            new TrackId(id),
            objectClass,
            At(seconds),
            new Position(x, y, z),
            new Velocity(vx, vy),
            new KinematicCovariance(position * position, 0, 0, 0, position * position, 0, 0, velocity * velocity, 0, velocity * velocity),
            0.99,
            confirmed,
            [Onlooker]);
}
