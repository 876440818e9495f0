using CsCheck;
using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Simulation.Tests;

public sealed class RangeScannerTests
{
    /// <summary>Walked along in small steps, quite unlike the code under test.</summary>
    [Fact]
    public void Add_AnyEdge_NearestPointInEachSector() => Gen.Select(Point, Point).Where((from, to) => Math.Abs(from.Cross(to)) > 0.01).Sample((from, to) =>
    {
        const int Points = 20_000;
        var scan = new RangeScanner();
        scan.Add(from, to);
        var nearest = Enumerable.Repeat((double)SectorRanges.Reach, SectorRanges.Count).ToArray();
        for (var i = 0; i <= Points; i++)
        {
            var point = from + ((double)i / Points * (to - from));
            ref var range = ref nearest[SectorRanges.SectorOf(point.Bearing)];
            range = Math.Min(range, point.Length);
        }

        var step = from.DistanceTo(to) / Points;
        for (var sector = 0; sector < SectorRanges.Count; sector++)
        {
            // Never farther than walked; nearer only by what a step misses: that of the border to the next sector.
            Assert.True(scan.Ranges[sector] <= nearest[sector] + 1e-4, $"sector {sector}: {scan.Ranges[sector]} where {nearest[sector]} was walked");
            var missed = nearest[sector] < SectorRanges.Reach ? step + 1e-3 : SectorRanges.Reach;
            Assert.True(scan.Ranges[sector] >= nearest[sector] - missed || IsAtBorder(from, to, sector, scan.Ranges[sector]), $"sector {sector}: {scan.Ranges[sector]} where {nearest[sector]} was walked");
        }
    });

    [Fact]
    public void Add_EdgeThatEndsOnABorder_IsInBothSectors()
    {
        var scan = new RangeScanner();
        scan.Add(new Point2(-2, 2), new Point2(1, 11));

        Assert.Equal(Math.Sqrt(8), scan.Ranges[13], 1e-5);
        Assert.Equal(Math.Sqrt(8), scan.Ranges[14], 1e-5);
    }

    [Fact]
    public void Add_BoxAheadOfATurnedMachine_ItsNearSide()
    {
        var scan = new RangeScanner();
        scan.Add(new Pose(10, 20, Math.PI / 2), new Box(new(10, 24, 0), 2, 2));

        Assert.Equal(3, scan.Ranges[0], 1e-5);
        Assert.Equal(SectorRanges.Reach, scan.Ranges[18]);
        Assert.Equal(3 / Math.Cos(5 * Math.PI / 180), scan.Ranges[1], 1e-5);
        Assert.Equal(SectorRanges.Reach, scan.Ranges[3]);
    }

    private static Gen<Point2> Point => Gen.Select(Gen.Double[-12, 12], Gen.Double[-12, 12], (x, y) => new Point2(x, y));

    /// <summary>Whether the edge crosses a border of that sector at that range.</summary>
    private static bool IsAtBorder(Point2 from, Point2 to, int sector, double range) =>
        new[] { sector - 0.5, sector + 0.5 }.Any(border =>
        {
            var point = range * Plane.Direction(border * SectorRanges.Width);
            var along = Math.Clamp((point - from).Dot(to - from) / (to - from).Dot(to - from), 0, 1);
            return point.DistanceTo(from + (along * (to - from))) < 1e-3;
        });
}
