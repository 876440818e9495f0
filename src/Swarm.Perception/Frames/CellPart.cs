using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>What a cell gets of an observation.</summary>
internal sealed class CellPart
{
    private List<Bearing>? _bearings;
    private List<RangeReading>? _ranges;

    public List<Detection> Objects { get; } = [];

    public LookedRegion? Region { get; set; }

    public void Add(Bearing bearing) => (_bearings ??= []).Add(bearing);

    public void Add(RangeReading range) => (_ranges ??= []).Add(range);

    public Observation Of(Observation whole) => whole with { Objects = Objects, Region = Region, Bearings = _bearings, Ranges = _ranges };
}
