using Swarm.Domain;

namespace Swarm.Perception.Tests.Localisation;

/// <summary>
/// Devices that drive to and fro in a yard with landmarks at its corners, their sensors as noisy as they say. Steps of 0.1 s; each
/// device sees what is before it in turn. The first knows the map.
/// </summary>
internal sealed class Team
{
    public const double Step = 0.1;
    public const double RangeDeviation = 0.1;
    public const double BearingDeviation = 0.02;
    private const double Reach = 12;

    public static readonly OdometryNoise Noise = new() { AlongPerMetre = 2e-3, AcrossPerMetre = 2e-4, YawPerMetre = 1e-3, YawPerRadian = 2e-3 };

    private readonly Random _random;
    private readonly Landmark[] _landmarks;
    private int _steps;

    public Team(int seed, int devices, LocaliserOptions options)
    {
        _random = new(seed);
        _landmarks = [.. new Point2[] { new(-8, -8), new(8, -8), new(8, 8), new(-8, 8) }
            .Select((place, i) => new Landmark($"landmark-{i}", place, Covariance2.Isotropic(1e-3)))];
        Truth = [.. Enumerable.Range(0, devices).Select(i => new Pose(4 * Math.Cos(i * 1.9), 4 * Math.Sin(i * 1.9), (i * 1.9) + 1.2))];
        Devices = [.. Enumerable.Range(0, devices).Select(i => new DeviceLocaliser(new($"device-{i}"), options))];
        for (var i = 0; i < devices; i++)
        {
            var start = Truth[i];
            Devices[i].Locate(
                Scene.Start,
                new(start.X + (0.1 * Normal()), start.Y + (0.1 * Normal()), start.Yaw + (0.05 * Normal())),
                PoseCovariance.Diagonal(0.1, 0.05));
        }
    }

    public Pose[] Truth { get; }

    public DeviceLocaliser[] Devices { get; }

    public DateTimeOffset Now => Scene.At(_steps * Step);

    public void Run(double seconds)
    {
        for (var end = _steps + (int)Math.Round(seconds / Step); _steps < end;)
        {
            for (var i = 0; i < Devices.Length; i++)
                Drive(i);
            _steps++;
            var observer = _steps % Devices.Length;
            if (observer == 0)
                SeeLandmarks();
            for (var observed = 0; observed < Devices.Length; observed++)
            {
                if (observed != observer && _steps % 7 < 3 && Truth[observer].Plane.DistanceTo(Truth[observed].Plane) < Reach)
                    SightingExchange.Apply(
                        new(Now, Devices[observer].Device, Devices[observed].Device, Look(Truth[observer], Truth[observed].Plane)),
                        Devices[observer],
                        Devices[observed]);
            }
        }
    }

    /// <summary>The normalised error squared of each pose.</summary>
    public double[] Nees() => [.. Devices.Select((device, i) =>
    {
        var estimate = device.At(Now)!.Value;
        Assert.True(Matrices.TryFactor(estimate.Covariance.ToMatrix(), out var factor));
        return factor.SquaredDistance(Matrices.Column<Three>(
            estimate.Pose.X - Truth[i].X, estimate.Pose.Y - Truth[i].Y, Angle.Normalize(estimate.Pose.Yaw - Truth[i].Yaw)));
    })];

    private void SeeLandmarks()
    {
        var landmark = _landmarks[_steps / Devices.Length % _landmarks.Length];
        Devices[0].See(new(Now, landmark, Look(Truth[0], landmark.Position)));
    }

    private RangeBearing Look(Pose from, Point2 at)
    {
        var local = from.InverseTransform(at);
        return new(
            Math.Max(0.1, Math.Sqrt((local.X * local.X) + (local.Y * local.Y)) + (RangeDeviation * Normal())),
            Math.Atan2(local.Y, local.X) + (BearingDeviation * Normal()),
            RangeDeviation,
            BearingDeviation);
    }

    /// <summary>The device does what its odometry says, but for noise of the promised size.</summary>
    private void Drive(int i)
    {
        var (speed, turn) = (1, Truth[i].Plane.DistanceTo(default) < 5 ? 0.1 * (i - 1) : Math.Clamp(Home(Truth[i]), -0.5, 0.5));
        Devices[i].Move(new(Now, speed, turn));
        var (way, yaw) = (speed * Step, turn * Step);
        var along = Math.Sqrt((Noise.AlongPerMetre * way) + (Noise.PositionPerSecond * Step)) * Normal();
        var across = Math.Sqrt((Noise.AcrossPerMetre * way) + (Noise.PositionPerSecond * Step)) * Normal();
        var slip = Math.Sqrt((Noise.YawPerMetre * way) + (Noise.YawPerRadian * Math.Abs(yaw)) + (Noise.YawPerSecond * Step)) * Normal();
        var middle = Truth[i] with { Yaw = Truth[i].Yaw + (yaw / 2) };
        var place = middle.Transform(new(way + along, across));
        Truth[i] = new(place.X, place.Y, Angle.Normalize(Truth[i].Yaw + yaw + slip));
    }

    /// <summary>The turn to the middle of the yard.</summary>
    private static double Home(Pose pose) => Angle.Normalize(Math.Atan2(-pose.Y, -pose.X) - pose.Yaw);

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());
}
