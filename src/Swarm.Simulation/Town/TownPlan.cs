using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>
/// The ground of every simulated site: four blocks around the junction of two roads, one of them a park. Metres, site frame, the
/// junction at the origin. It is the same for every seed.
/// </summary>
internal sealed class TownPlan
{
    /// <summary>Half the side of the site.</summary>
    public const double HalfSide = 100;

    /// <summary>From the middle of a road to its kerb: a lane of 3 m and a parking strip of 2.5 m.</summary>
    public const double Kerb = 5.5;

    public const double VanHeight = 2.5;

    /// <summary>East edge of the row of vans from behind which the child comes.</summary>
    public const double VanRowEnd = -20.5;

    private const double BlockEnd = 97;
    private const double BuildingHeight = 12;

    // A quarter of a block, from its near to its far side; between two of them runs an alley.
    private static readonly (double From, double To) NearHalf = (10.5, 48.25);
    private static readonly (double From, double To) FarHalf = (54.25, 92);

    private static readonly double[] VansNorthOfTheStreet = [-23.25, -29.35, -35.45, 22, 36, 66, 80, -66, -82];
    private static readonly double[] VansSouthOfTheStreet = [25, 31, 70, -62, -76];
    private static readonly double[] VansEastOfTheAvenue = [20, 27, 62, 70, -30, -66, -72];
    private static readonly double[] VansWestOfTheAvenue = [24, 38, 74, -20, -27, -80];

    private readonly List<MapFeature> _features = [];
    private readonly List<Obstacle> _obstacles = [];

    private TownPlan()
    {
        LayRoads();
        foreach (var (east, north) in new[] { (-1, 1), (1, -1), (-1, -1) })
            _features.Add(new(MapFeatureKind.Pavement, Block(east, north, (Kerb, BlockEnd), (Kerb, BlockEnd)).Corners));
        LayPark();
        Build();
        ParkVans();
        Map = new([.. _features.OrderBy(feature => feature.Kind)]);
        Ways = new(this);
    }

    public static TownPlan Instance { get; } = new();

    public SiteMap Map { get; }

    public IReadOnlyList<Obstacle> Obstacles => _obstacles;

    public IReadOnlyList<Crossing> Crossings { get; private set; } = [];

    /// <summary>Keep right: cars near the middle, cyclists beside them.</summary>
    public IReadOnlyList<Lane> CarLanes { get; } = LanesAt(1.1);

    public IReadOnlyList<Lane> CycleLanes { get; } = LanesAt(2.55);

    /// <summary>The two lawns that have a mower.</summary>
    public IReadOnlyList<Rectangle> Lawns { get; } =
        [Block(1, 1, NearHalf, FarHalf), Block(1, 1, FarHalf, NearHalf)];

    public TownWays Ways { get; }

    private static Rectangle Block(int east, int north, (double From, double To) x, (double From, double To) y) => new(
        Math.Min(east * x.From, east * x.To),
        Math.Min(north * y.From, north * y.To),
        Math.Max(east * x.From, east * x.To),
        Math.Max(north * y.From, north * y.To));

    private static IReadOnlyList<Lane> LanesAt(double fromMiddle) =>
    [
        new(new(-HalfSide, -fromMiddle), new(1, 0)), new(new(HalfSide, fromMiddle), new(-1, 0)),
        new(new(fromMiddle, -HalfSide), new(0, 1)), new(new(-fromMiddle, HalfSide), new(0, -1)),
    ];

    private void LayRoads()
    {
        _features.Add(new(MapFeatureKind.Road, new Rectangle(-HalfSide, -Kerb, HalfSide, Kerb).Corners));
        _features.Add(new(MapFeatureKind.Road, new Rectangle(-Kerb, -HalfSide, Kerb, HalfSide).Corners));
        List<Crossing> crossings = [];
        foreach (var at in new[] { -TownWays.Alley, -TownWays.Inner, TownWays.Inner, TownWays.Alley })
        {
            crossings.Add(new(Rectangle.Around(new(at, 0), 4, 2 * Kerb), AlongX: true));
            crossings.Add(new(Rectangle.Around(new(0, at), 2 * Kerb, 4), AlongX: false));
        }

        Crossings = crossings;
        _features.AddRange(crossings.Select(crossing => new MapFeature(MapFeatureKind.Crossing, crossing.Area.Corners)));
    }

    private void LayPark()
    {
        var (wide, inner, alley, outer) = ((Kerb, BlockEnd), (Kerb, NearHalf.From), (NearHalf.To, FarHalf.From), (FarHalf.To, BlockEnd));
        foreach (var strip in new[] { inner, alley, outer })
        {
            _features.Add(new(MapFeatureKind.Pavement, Block(1, 1, wide, strip).Corners));
            _features.Add(new(MapFeatureKind.Pavement, Block(1, 1, strip, wide).Corners));
        }

        foreach (var x in new[] { NearHalf, FarHalf })
            foreach (var y in new[] { NearHalf, FarHalf })
                _features.Add(new(MapFeatureKind.Lawn, Block(1, 1, x, y).Corners));
        AddBuilding(new(26, 28, 34, 34), height: 4);
    }

    private void Build()
    {
        var whole = new[] { NearHalf, FarHalf };
        foreach (var (east, north) in new[] { (-1, 1), (1, -1), (-1, -1) })
        {
            foreach (var x in whole)
            {
                foreach (var y in whole)
                {
                    // The depot's yard is left open; the far quarters are two houses with a passage between them.
                    var yard = (east, north) == (-1, -1) && x == NearHalf && y == FarHalf;
                    (double From, double To)[] parts = x == NearHalf ? [x] : [(x.From, x.From + 16), (x.From + 19.5, x.To)];
                    foreach (var part in yard ? [] : parts)
                        AddBuilding(Block(east, north, part, y), BuildingHeight);
                }
            }
        }
    }

    private void ParkVans()
    {
        const double FromMiddle = 4.25;
        foreach (var x in VansNorthOfTheStreet)
            AddVan(new(x, FromMiddle), alongX: true);
        foreach (var x in VansSouthOfTheStreet)
            AddVan(new(x, -FromMiddle), alongX: true);
        foreach (var y in VansEastOfTheAvenue)
            AddVan(new(FromMiddle, y), alongX: false);
        foreach (var y in VansWestOfTheAvenue)
            AddVan(new(-FromMiddle, y), alongX: false);
    }

    private void AddVan(Point2 centre, bool alongX)
    {
        var outline = Rectangle.Around(centre, alongX ? 5.5 : 2, alongX ? 2 : 5.5);
        _obstacles.Add(new(outline, VanHeight));
        _features.Add(new(MapFeatureKind.Obstacle, outline.Corners));
    }

    private void AddBuilding(Rectangle outline, double height)
    {
        _obstacles.Add(new(outline, height));
        _features.Add(new(MapFeatureKind.Building, outline.Corners));
    }
}
