using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Divides the site frame into square cells of <paramref name="cellSize"/> metres; 0 makes the whole site one cell.</summary>
public sealed class SiteGrid(double cellSize)
{
    /// <summary>How far around its square a cell looks, in metres.</summary>
    public const double Halo = 20;

    /// <summary>How far out of a cell's square something must be to change owner, in metres.</summary>
    public const double Hysteresis = 5;

    public CellId CellAt(Point2 point) => throw new NotImplementedException();

    /// <summary>The owner of something at <paramref name="point"/> that <paramref name="current"/> owns until now.</summary>
    public CellId OwnerOf(Point2 point, CellId current) => throw new NotImplementedException();

    /// <summary>Every cell whose square, grown by the halo, holds the point.</summary>
    public IReadOnlyList<CellId> CellsReaching(Point2 point) => throw new NotImplementedException();

    /// <summary>Divides an observation among the cells that its objects or its region reach: each gets its objects and the whole region.</summary>
    public IReadOnlyList<KeyValuePair<CellId, Observation>> Divide(Observation observation) => throw new NotImplementedException();
}
