using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// Where a sensor sees what is no boat again and again: quays, buoys, bridges. Squares of the harbour in which, with those around, some share
/// of the scans of the scenarios that it is made of had a detection far from every boat.
/// </summary>
public sealed class FerryClutterMap
{
    private const double Side = 15;

    /// <summary>Metres: nearer to a boat, a detection may be of it.</summary>
    private const double FarFromBoats = 25;

    /// <summary>Share of the scans.</summary>
    private const double Often = 0.03;

    private readonly Dictionary<(int Column, int Row), int> _seen = [];
    private readonly FerrySensor _sensor;
    private int _scans;

    private FerryClutterMap(FerrySensor sensor) => _sensor = sensor;

    public static FerryClutterMap Of(FerrySensor sensor, IEnumerable<FerryScenario> scenarios)
    {
        var map = new FerryClutterMap(sensor);
        foreach (var scenario in scenarios)
            map.Add(scenario);
        return map;
    }

    /// <summary>Whether things are often seen there that are no boats.</summary>
    public bool Holds(Point2 place) => ShareAt(place) > Often;

    private double ShareAt(Point2 place)
    {
        var (column, row) = Square(place);
        var seen = 0;
        for (var c = column - 1; c <= column + 1; c++)
        {
            for (var r = row - 1; r <= row + 1; r++)
                seen += _seen.GetValueOrDefault((c, r));
        }

        return (double)seen / _scans;
    }

    private void Add(FerryScenario scenario)
    {
        foreach (var scan in scenario.Scans.Where(scan => scan.Sensor == _sensor))
        {
            _scans++;
            foreach (var relative in scan.Places)
            {
                var place = new Point2(scan.OwnShip.X + relative.X, scan.OwnShip.Y + relative.Y);
                if (scenario.Boats.All(boat => boat.At(scan.Time).DistanceTo(place) > FarFromBoats))
                    _seen[Square(place)] = _seen.GetValueOrDefault(Square(place)) + 1;
            }
        }
    }

    private static (int Column, int Row) Square(Point2 place) => ((int)Math.Floor(place.X / Side), (int)Math.Floor(place.Y / Side));
}
