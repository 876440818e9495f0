using System.Globalization;
using Swarm.Domain;

namespace Swarm.Benchmarks.Cells;

/// <summary>
/// One cell full of wagons that go in circles among people, cyclists and cars, which do the same. Each wagon sees all that is within its reach, the
/// other wagons too, misses one in twenty and reports something false in every other frame. Where everything is depends on the time alone.
/// </summary>
internal sealed class CellScene
{
    private const double Noise = 0.15;
    private const double MissRate = 0.05;
    private const double FalseRate = 0.5;
    private const double Margin = 12;
    private const int Corners = 24;
    private static readonly PoseCovariance Uncertain = PoseCovariance.Diagonal(0.05, 0.005);
    private static readonly (ObjectClass Class, double Speed, Size Size)[] Kinds =
    [
        (ObjectClass.Pedestrian, 1.3, new(0.6, 0.6, 1.7)),
        (ObjectClass.Cyclist, 4, new(1.8, 0.6, 1.8)),
        (ObjectClass.Vehicle, 6, new(4.5, 1.8, 1.6)),
    ];

    private readonly Random _random = new(1);
    private readonly double _reach;
    private readonly double _side;
    private readonly Circle[] _objects;
    private readonly Circle[] _wagons;
    private readonly DeviceId[] _ids;

    /// <param name="reach">Of the wagons' sensors, metres.</param>
    /// <param name="side">Of the cell, metres.</param>
    public CellScene(int objects, int devices, double reach, double side)
    {
        (_reach, _side) = (reach, side);
        _objects = [.. Enumerable.Range(0, objects).Select(i => NewCircle(Kinds[i % Kinds.Length].Speed))];
        _wagons = [.. Enumerable.Range(0, devices).Select(_ => NewCircle(1.5))];
        _ids = [.. Enumerable.Range(0, devices).Select(i => new DeviceId(string.Create(CultureInfo.InvariantCulture, $"wagon-{i}")))];
    }

    public int Devices => _wagons.Length;

    public DeviceMotion Motion(int device, DateTimeOffset time)
    {
        var (place, yaw, speed, turn) = _wagons[device].At(time);
        var (sin, cos) = Math.SinCos(yaw);
        return new(
            _ids[device],
            DeviceKind.Wagon,
            time,
            new(place.X, place.Y, yaw),
            Uncertain,
            new(speed * cos, speed * sin),
            turn,
            new(1.2, 0.8, 1.4),
            BenchFleet.Factsheet.Sensors);
    }

    public Observation Frame(int device, DateTimeOffset time, long sequence)
    {
        var (place, yaw, _, _) = _wagons[device].At(time);
        var seen = new List<Detection>();
        for (var i = 0; i < _objects.Length; i++)
        {
            var (kind, _, size) = Kinds[i % Kinds.Length];
            See(seen, place, _objects[i].At(time), kind, size);
        }

        for (var i = 0; i < _wagons.Length; i++)
        {
            if (i != device)
                See(seen, place, _wagons[i].At(time), ObjectClass.Robot, new(1.2, 0.8, 1.4));
        }

        if (_random.NextDouble() < FalseRate)
            seen.Add(Detect(new(place.X + Within(_reach / 2), place.Y + Within(_reach / 2)), 0, ObjectClass.Pedestrian, new(0.6, 0.6, 1.7), 0.3));
        return new(_ids[device], "lidar", time, new(place.X, place.Y, yaw), seen, new([.. Enumerable.Range(0, Corners).Select(Corner)], 0.9), sequence, Uncertain);

        Point2 Corner(int index)
        {
            var (sin, cos) = Math.SinCos(index * Math.Tau / Corners);
            return new(place.X + (_reach * cos), place.Y + (_reach * sin));
        }
    }

    private void See(List<Detection> seen, Point2 from, (Point2 Place, double Yaw, double Speed, double Turn) it, ObjectClass kind, Size size)
    {
        if (from.DistanceTo(it.Place) < _reach && _random.NextDouble() >= MissRate)
            seen.Add(Detect(it.Place, it.Yaw, kind, size, 0.85));
    }

    private Detection Detect(Point2 place, double yaw, ObjectClass kind, Size size, double score) => new(
        kind, new Position(place.X + Error(), place.Y + Error(), size.Height / 2), Covariance2.Isotropic(Noise), score, size, yaw);

    private Circle NewCircle(double speed)
    {
        var radius = 3 + (_random.NextDouble() * (Margin - 3));
        return new(new(Inside(), Inside()), radius, speed / radius, _random.NextDouble() * Math.Tau);
    }

    private double Inside() => Margin + (_random.NextDouble() * (_side - (2 * Margin)));

    private double Within(double reach) => reach * ((2 * _random.NextDouble()) - 1);

    /// <summary>Of the same spread as said, evenly spread.</summary>
    private double Error() => Math.Sqrt(12) * Noise * (_random.NextDouble() - 0.5);

    private readonly record struct Circle(Point2 Centre, double Radius, double Turn, double Phase)
    {
        public (Point2 Place, double Yaw, double Speed, double Turn) At(DateTimeOffset time)
        {
            var angle = Phase + (Turn * (time.ToUnixTimeMilliseconds() % 100_000_000) / 1000);
            var (sin, cos) = Math.SinCos(angle);
            return (new(Centre.X + (Radius * cos), Centre.Y + (Radius * sin)), Angle.Normalize(angle + (Math.PI / 2)), Radius * Turn, Turn);
        }
    }
}
