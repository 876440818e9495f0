using CsCheck;
using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Frames;

public sealed class SiteGridTests
{
    private static readonly SiteGrid Grid = new(100);
    private static readonly Gen<Point2> Anywhere = Gen.Select(Gen.Double[-1000, 1000], Gen.Double[-1000, 1000]).Select((x, y) => new Point2(x, y));

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(99.99, 100, 0, 1)]
    [InlineData(-0.01, -100, -1, -1)]
    public void CellAt_Point_IsInItsSquare(double x, double y, int column, int row) =>
        Assert.Equal(new CellId(column, row), Grid.CellAt(new Point2(x, y)));

    [Fact]
    public void CellAt_AnyPoint_OneCellOwnsItAndReachesIt() =>
        Anywhere.Sample(point =>
        {
            var cell = Grid.CellAt(point);
            Assert.InRange(point.X, cell.Column * 100, (cell.Column + 1) * 100);
            Assert.InRange(point.Y, cell.Row * 100, (cell.Row + 1) * 100);
            Assert.Contains(cell, Grid.CellsReaching(point));
        });

    [Fact]
    public void CellsReaching_AnyPoint_ExactlyTheCellsNoFartherThanTheHalo() =>
        Anywhere.Where(point => IsClearOfBorders(point.X) && IsClearOfBorders(point.Y)).Sample(point =>
        {
            var expected =
                from column in Enumerable.Range(-12, 24)
                from row in Enumerable.Range(-12, 24)
                where Beyond(point.X, column * 100) <= SiteGrid.Halo && Beyond(point.Y, row * 100) <= SiteGrid.Halo
                select new CellId(column, row);
            Assert.Equal(expected, Grid.CellsReaching(point));

            static double Beyond(double coordinate, double edge) => Math.Max(Math.Max(edge - coordinate, coordinate - (edge + 100)), 0);
        });

    [Fact]
    public void OwnerOf_AnyPointAndOwner_ChangesOnlyBeyondTheHysteresis() =>
        Gen.Select(Anywhere, Gen.Int[-3, 3], Gen.Int[-3, 3]).Sample((point, column, row) =>
        {
            var current = new CellId(column, row);
            var owner = Grid.OwnerOf(point, current);
            Assert.True(owner == current || owner == Grid.CellAt(point));
            // Whoever owns it now still does when asked again: no two cells pass it to and fro.
            Assert.Equal(owner, Grid.OwnerOf(point, owner));
        });

    [Theory]
    [InlineData(104.9, 0)]
    [InlineData(105.1, 1)]
    public void OwnerOf_PointBeyondTheBorder_StaysForFiveMetres(double x, int column) =>
        Assert.Equal(new CellId(column, 0), Grid.OwnerOf(new Point2(x, 50), new CellId(0, 0)));

    [Fact]
    public void Divide_ObjectNearTheBorder_GoesToBothCells()
    {
        var parts = Grid.Divide(Frame(0, Person(95, 50), Person(50, 50))).ToDictionary();
        Assert.Equal(2, parts.Count);
        Assert.Equal(2, parts[new CellId(0, 0)].Objects.Count);
        Assert.Equal(95, Assert.Single(parts[new CellId(1, 0)].Objects).Position.X);
    }

    [Fact]
    public void Divide_RegionWithoutObjects_ReachesEveryCellItMeetsWithTheHalo()
    {
        // A wedge to the east: it crosses into the next column, and its corner lies 15 m from the row above.
        LookedRegion wedge = new([new(50, 50), new(130, 30), new(130, 85)], 0.9);
        var parts = Grid.Divide(Frame(0, Onlooker, wedge)).ToDictionary();
        Assert.Equal([new(0, 0), new(0, 1), new(1, 0), new(1, 1)], parts.Keys.OrderBy(cell => cell.Column).ThenBy(cell => cell.Row));
        Assert.All(parts.Values, part => Assert.Same(wedge, part.Region));
    }

    [Fact]
    public void Divide_ThinDiagonalRegion_LeavesOutTheCellsBesideIt()
    {
        LookedRegion strip = new([new(10, 10), new(290, 289), new(289, 290)], 0.9);
        var cells = Grid.Divide(Frame(0, Onlooker, strip)).Select(part => part.Key).ToList();
        Assert.Contains(new CellId(2, 2), cells);
        Assert.DoesNotContain(new CellId(2, 0), cells);
    }

    [Fact]
    public void Divide_ObjectFarFromTheRegion_CarriesNoRegion()
    {
        var parts = Grid.Divide(Frame(0, Onlooker, Square(10), Person(250, 50))).ToDictionary();
        Assert.Null(parts[new CellId(2, 0)].Region);
        Assert.NotNull(parts[new CellId(0, 0)].Region);
    }

    [Fact]
    public void Divide_AnyObservation_EachObjectToExactlyTheCellsThatReachIt() =>
        Gen.Select(Gen.Double[-300, 300], Gen.Double[-300, 300]).Array[0, 20].Sample(places =>
        {
            var parts = Grid.Divide(Frame(0, [.. places.Select(place => Person(place.Item1, place.Item2))]));
            foreach (var (x, y) in places)
            {
                var reached = Grid.CellsReaching(new Point2(x, y)).ToHashSet();
                Assert.All(parts, part => Assert.Equal(
                    reached.Contains(part.Key), part.Value.Objects.Any(seen => seen.Position.X == x && seen.Position.Y == y)));
                Assert.Equal(reached, parts.Select(part => part.Key).Where(reached.Contains).ToHashSet());
            }
        });

    [Fact]
    public void Divide_AbsurdInput_WakesFewCells()
    {
        LookedRegion huge = new([new(-1e9, -1e9), new(1e9, -1e9), new(0, 1e9)], 0.9);
        var parts = Grid.Divide(Frame(0, Onlooker, huge, Person(1e12, 0), Person(double.NaN, 0), Person(5, double.PositiveInfinity)));
        Assert.InRange(parts.Count, 1, 64);
        Assert.All(parts, part => Assert.Empty(part.Value.Objects));
    }

    [Fact]
    public void Divide_WholeSiteIsOneCell_PassesTheObservationOn()
    {
        var grid = new SiteGrid(0);
        var observation = Frame(0, Person(5000, -3000));
        var part = Assert.Single(grid.Divide(observation));
        Assert.Equal(default, part.Key);
        Assert.Same(observation, part.Value);
        Assert.Equal(default, grid.OwnerOf(new Point2(5000, -3000), default));
        Assert.Equal([default], grid.CellsReaching(new Point2(5000, -3000)));
    }

    [Fact]
    public void Divide_Bearing_GoesToTheCellsAlongItWithinReach()
    {
        var frame = Frame(0) with { Ego = new Pose(50, 50, 0), Bearings = [new(ObjectClass.Unknown, 0, 1e-4, 0.9)] };

        var parts = Grid.Divide(frame).ToDictionary();

        Assert.Equal([new(0, 0), new(1, 0), new(2, 0), new(3, 0)], parts.Keys.OrderBy(cell => cell.Column));
        Assert.All(parts.Values, part => Assert.Same(frame.Bearings[0], Assert.Single(part.Bearings!)));
        Assert.All(parts.Values, part => Assert.Null(part.Ranges));
    }

    [Fact]
    public void Divide_AnyBearing_GoesToEveryCellThatOwnsAPlaceInItsDirection() =>
        Gen.Select(Gen.Double[-Math.PI, Math.PI], Gen.Double[0, 299], Gen.Double[-40, 40]).Sample((angle, distance, ego) =>
        {
            var frame = Frame(0) with { Ego = new Pose(ego, ego, 0), Bearings = [new(ObjectClass.Unknown, angle, 1e-3, 0.9)] };
            var cell = Grid.CellAt(new(ego + (distance * Math.Cos(angle)), ego + (distance * Math.Sin(angle))));
            var parts = Grid.Divide(frame).ToDictionary();
            Assert.InRange(parts.Count, 1, 24);
            Assert.Single(parts[cell].Bearings!);
        });

    [Fact]
    public void Divide_AnyRange_GoesToEveryCellThatOwnsAPlaceAtThatDistance() =>
        Gen.Select(Gen.Double[-Math.PI, Math.PI], Gen.Double[1, 299]).Sample((angle, distance) =>
        {
            var frame = Frame(0) with { Ranges = [new(ObjectClass.Unknown, distance, 0.01, 0.9)] };
            var cell = Grid.CellAt(new(distance * Math.Cos(angle), distance * Math.Sin(angle)));
            Assert.Single(Grid.Divide(frame).ToDictionary()[cell].Ranges!);
        });

    [Fact]
    public void Divide_RangeAcrossTheNextColumn_LeavesOutWhatIsNearer()
    {
        var frame = Frame(0) with { Ego = new Pose(50, 50, 0), Ranges = [new(ObjectClass.Unknown, 180, 0.01, 0.9)] };

        var parts = Grid.Divide(frame).ToDictionary();

        Assert.DoesNotContain(new CellId(0, 0), parts.Keys);
        Assert.Contains(new CellId(2, 0), parts.Keys);
    }

    [Fact]
    public void Divide_AbsurdLines_GoNowhere()
    {
        var frame = Frame(0) with
        {
            Bearings = [new(ObjectClass.Unknown, double.NaN, 1, 1), new(ObjectClass.Unknown, 0, double.NaN, 1)],
            Ranges = [new(ObjectClass.Unknown, double.NaN, 1, 1), new(ObjectClass.Unknown, 5, -1, 1)],
        };
        Assert.Empty(Grid.Divide(frame));
        Assert.Empty(Grid.Divide(frame with { Ego = new Pose(double.NaN, 0, 0), Bearings = [new(ObjectClass.Unknown, 0, 1, 1)], Ranges = null }));
    }

    /// <summary>Not so near to where a cell begins to reach that rounding decides.</summary>
    private static bool IsClearOfBorders(double coordinate) =>
        Math.Abs(Math.IEEERemainder(coordinate - SiteGrid.Halo, 100)) > 1e-6 && Math.Abs(Math.IEEERemainder(coordinate + SiteGrid.Halo, 100)) > 1e-6;

    [Theory]
    [InlineData(-100)]
    [InlineData(5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_UnusableCellSize_Throws(double cellSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SiteGrid(cellSize));
}
