using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Divides the site frame into square cells; a cell holds its western and southern edge.</summary>
public sealed class SiteGrid
{
    /// <summary>How far around its square a cell looks, in metres.</summary>
    public const double Halo = 20;

    /// <summary>How far out of a cell's square something must be to change owner, in metres.</summary>
    public const double Hysteresis = 5;

    /// <summary>
    /// How far from the device something may be to be passed on, in metres east or north: bounds the cells that one frame can wake.
    /// Where the site is one cell there is no bound.
    /// </summary>
    public const double Reach = 300;

    private readonly double _cellSize;

    /// <param name="cellSize">Side of a cell in metres, at least the halo; 0 makes the whole site one cell.</param>
    /// <exception cref="ArgumentOutOfRangeException">Neither 0 nor at least the halo.</exception>
    public SiteGrid(double cellSize)
    {
        if (cellSize != 0 && !(cellSize >= Halo && double.IsFinite(cellSize)))
            throw new ArgumentOutOfRangeException(nameof(cellSize), cellSize, $"A cell is 0 (the whole site) or at least {Halo} m wide.");
        _cellSize = cellSize;
    }

    public CellId CellAt(Point2 point) => new(Index(point.X), Index(point.Y));

    /// <summary>The owner of something at <paramref name="point"/> that <paramref name="current"/> owns until now.</summary>
    public CellId OwnerOf(Point2 point, CellId current) => Holds(current, point, Hysteresis) ? current : CellAt(point);

    /// <summary>Every cell whose square, grown by the halo, holds the point; the columns from west to east, each from south to north.</summary>
    public IReadOnlyList<CellId> CellsReaching(Point2 point)
    {
        var cells = new List<CellId>(9);
        AddCells(cells, point.X - Halo, point.Y - Halo, point.X + Halo, point.Y + Halo);
        return cells;
    }

    /// <summary>
    /// Divides an observation among the cells that its objects, its region, its bearings or its ranges reach. Each gets the objects in its
    /// square and halo, the bearings and ranges that may be of something there, and the whole region where that meets them. What is not
    /// finite or out of <see cref="Reach"/> goes nowhere.
    /// </summary>
    public IReadOnlyList<KeyValuePair<CellId, Observation>> Divide(Observation observation)
    {
        if (_cellSize == 0)
            return [new(default, observation)];

        var parts = new Dictionary<CellId, CellPart>();
        if (observation.Region is { } region)
        {
            foreach (var cell in CellsMeeting(region.Polygon, observation.Ego))
                Part(parts, cell).Region = region;
        }

        foreach (var seen in observation.Objects)
        {
            var place = seen.Position.Plane;
            if (!InReach(place, observation.Ego))
                continue;
            for (long column = Index(place.X - Halo); column <= Index(place.X + Halo); column++)
            {
                for (long row = Index(place.Y - Halo); row <= Index(place.Y + Halo); row++)
                {
                    Part(parts, new((int)column, (int)row)).Objects.Add(seen);
                }
            }
        }

        DivideLines(parts, observation);
        var divided = new List<KeyValuePair<CellId, Observation>>(parts.Count);
        foreach (var (cell, part) in parts)
            divided.Add(new(cell, part.Of(observation)));

        return divided;
    }

    private void DivideLines(Dictionary<CellId, CellPart> parts, Observation observation)
    {
        var ego = observation.Ego;
        foreach (var bearing in SeenLines.Surest(observation.Bearings, static seen => seen.Score))
        {
            if (!double.IsFinite(bearing.Angle) || !(bearing.Variance >= 0))
                continue;
            foreach (var cell in CellsMeeting(SeenLines.Wedge(ego, bearing, 2 * Reach), ego))
                Part(parts, cell).Add(bearing);
        }

        foreach (var range in SeenLines.Surest(observation.Ranges, static seen => seen.Score))
        {
            var far = Math.Min(SeenLines.Farthest(range), Reach);
            if (!(far > 0) || !double.IsFinite(ego.X) || !double.IsFinite(ego.Y))
                continue;
            var cells = new List<CellId>();
            AddCells(cells, ego.X - far - Halo, ego.Y - far - Halo, ego.X + far + Halo, ego.Y + far + Halo);
            foreach (var cell in cells)
            {
                if (SeenLines.Meets(ego, range, Grown(cell)))
                    Part(parts, cell).Add(range);
            }
        }
    }

    private static CellPart Part(Dictionary<CellId, CellPart> parts, CellId cell)
    {
        if (!parts.TryGetValue(cell, out var part))
            parts[cell] = part = new CellPart();
        return part;
    }

    private static bool InReach(Point2 point, Pose ego) => Math.Abs(point.X - ego.X) <= Reach && Math.Abs(point.Y - ego.Y) <= Reach;

    private List<CellId> CellsMeeting(IReadOnlyList<Point2> polygon, Pose ego)
    {
        var cells = new List<CellId>();
        if (!Polygon.IsUsable(Polygon.Corners(polygon)) || !double.IsFinite(ego.X) || !double.IsFinite(ego.Y))
            return cells;

        var (west, south, east, north) = (polygon[0].X, polygon[0].Y, polygon[0].X, polygon[0].Y);
        for (var i = 1; i < polygon.Count; i++)
        {
            var corner = polygon[i];
            (west, south) = (Math.Min(west, corner.X), Math.Min(south, corner.Y));
            (east, north) = (Math.Max(east, corner.X), Math.Max(north, corner.Y));
        }

        AddCells(
            cells,
            Math.Max(west, ego.X - Reach) - Halo,
            Math.Max(south, ego.Y - Reach) - Halo,
            Math.Min(east, ego.X + Reach) + Halo,
            Math.Min(north, ego.Y + Reach) + Halo);
        cells.RemoveAll(cell => Grown(cell) is var box && !Polygon.Meets(Polygon.Corners(polygon), box.West, box.South, box.East, box.North));
        return cells;
    }

    /// <summary>The cell's square and its halo.</summary>
    private Box Grown(CellId cell) => new(
        (cell.Column * _cellSize) - Halo,
        (cell.Row * _cellSize) - Halo,
        ((cell.Column + 1d) * _cellSize) + Halo,
        ((cell.Row + 1d) * _cellSize) + Halo);

    private void AddCells(List<CellId> cells, double west, double south, double east, double north)
    {
        // Counted in long, so that the last index of all does not run over.
        for (long column = Index(west); column <= Index(east); column++)
        {
            for (long row = Index(south); row <= Index(north); row++)
                cells.Add(new CellId((int)column, (int)row));
        }
    }

    private bool Holds(CellId cell, Point2 point, double margin) =>
        _cellSize == 0
            ? cell == default
            : point.X >= (cell.Column * _cellSize) - margin && point.X < ((cell.Column + 1d) * _cellSize) + margin
              && point.Y >= (cell.Row * _cellSize) - margin && point.Y < ((cell.Row + 1d) * _cellSize) + margin;

    private int Index(double coordinate) => _cellSize == 0 ? 0 : (int)Math.Floor(coordinate / _cellSize);
}
