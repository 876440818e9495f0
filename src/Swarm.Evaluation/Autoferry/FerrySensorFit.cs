using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// Fits a <see cref="FerrySensorModel"/> to scenarios whose truth is known: each boat is paired with the detection nearest to it, up to
/// 20 m or 0.1 rad away.
/// </summary>
internal sealed class FerrySensorFit(FerrySensor sensor, double lag)
{
    private const double Gate = 20;
    private const double AngleGate = 0.1;

    /// <summary>Robust: 1.4826 times the median of what is normal is its standard deviation.</summary>
    private const double NormalMedian = 1.4826;

    /// <summary>Boats are counted as seen or not in rings so wide, in metres; the sensor reaches to the first ring where so few are seen.</summary>
    private const double Ring = 25;
    private const double LeastSeen = 0.7;

    private readonly List<double> _range = [];
    private readonly List<double> _angle = [];
    private readonly List<double> _distance = [];
    private readonly Dictionary<int, (int Seen, int All)> _rings = [];
    private readonly List<double> _error = [];

    public void Add(FerryScenario scenario)
    {
        foreach (var scan in scenario.Scans.Where(scan => scan.Sensor == sensor))
        {
            foreach (var boat in scenario.Boats)
                Add(scan, boat.At(scan.Time - TimeSpan.FromSeconds(lag)));
        }
    }

    /// <summary>Mean distance of a boat from the detection nearest to it, in metres, or radians for a camera, but at most the gate's.</summary>
    public double CappedError => _error.Count > 0 ? _error.Average() : 0;

    public FerrySensorModel Fit()
    {
        var (rangeBias, angleBias) = (Median(_range), Median(_angle));
        var ring = 0;
        var (seen, all) = (0, 0);
        var last = _rings.Count > 0 ? _rings.Keys.Max() : -1;
        // A ring that no boat was in says nothing.
        while (ring <= last && _rings.GetValueOrDefault(ring) is var counts && counts.Seen >= LeastSeen * counts.All)
            (ring, seen, all) = (ring + 1, seen + counts.Seen, all + counts.All);
        return new(
            lag,
            rangeBias,
            Deviation(_range.Select(error => error - rangeBias)),
            angleBias,
            Deviation(_angle.Select(error => error - angleBias)),
            Deviation(_angle.Zip(_distance, (error, distance) => (error - angleBias) * distance)),
            ring * Ring,
            all > 0 ? (double)seen / all : 0);
    }

    private void Add(FerryScan scan, Point2 boat)
    {
        var (dx, dy) = (boat.X - scan.OwnShip.X, boat.Y - scan.OwnShip.Y);
        var (distance, angle) = (Math.Sqrt((dx * dx) + (dy * dy)), Math.Atan2(dy, dx));
        var found = sensor.IsCamera() ? Nearest(scan.Bearings, angle) : Nearest(scan.Places, new Point2(dx, dy), angle, distance);
        var (seen, all) = _rings.GetValueOrDefault((int)(distance / Ring));
        _rings[(int)(distance / Ring)] = (seen + (found is null ? 0 : 1), all + 1);
        _error.Add(found?.Error ?? (sensor.IsCamera() ? AngleGate : Gate));
        if (found is not { } error)
            return;
        _range.Add(error.Range);
        _angle.Add(error.Angle);
        _distance.Add(distance);
    }

    private static (double Error, double Range, double Angle)? Nearest(IReadOnlyList<double> bearings, double angle)
    {
        var errors = bearings.Select(bearing => Angle.Normalize(bearing - angle)).Where(error => Math.Abs(error) < AngleGate).ToList();
        return errors.Count > 0 && errors.MinBy(Math.Abs) is var error ? (Math.Abs(error), 0, error) : null;
    }

    private static (double Error, double Range, double Angle)? Nearest(IReadOnlyList<Point2> places, Point2 boat, double angle, double distance)
    {
        var near = places.Where(place => place.DistanceTo(boat) < Gate).ToList();
        if (near.Count == 0)
            return null;
        var place = near.MinBy(boat.DistanceTo);
        return (place.DistanceTo(boat), place.DistanceTo(default) - distance, Angle.Normalize(Math.Atan2(place.Y, place.X) - angle));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count > 0 ? sorted[sorted.Count / 2] : 0;
    }

    private static double Deviation(IEnumerable<double> errors) => NormalMedian * Median(errors.Select(Math.Abs));
}
