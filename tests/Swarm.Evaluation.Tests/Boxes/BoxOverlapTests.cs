using CsCheck;

namespace Swarm.Evaluation.Tests;

public sealed class BoxOverlapTests
{
    /// <summary>4 m long, 2 m wide, 1.5 m high.</summary>
    private static readonly UprightBox Car = new(Height: 1.5, Width: 2, Length: 4, X: 10, Y: 1, Z: 20, Ry: 0);

    private static readonly Gen<UprightBox> Boxes = Gen.Select(
        Gen.Double[0.2, 4],
        Gen.Double[0.2, 4],
        Gen.Double[0.2, 8],
        Gen.Double[-3, 3],
        Gen.Double[-1, 1],
        Gen.Double[-3, 3],
        Gen.Double[-7, 7],
        (h, w, l, x, y, z, ry) => new UprightBox(h, w, l, x, y, z, ry));

    [Fact]
    public void Iou_SameBox_IsOne() => Assert.Equal(1, BoxOverlap.Iou(Car with { Ry = 0.3 }, Car with { Ry = 0.3 }), 12);

    /// <summary>Half of each lies in the other: 6 of 12 m³, so 6 / (12 + 12 − 6).</summary>
    [Fact]
    public void Iou_ShiftedByHalfALength_IsAThird() => Assert.Equal(6.0 / 18, BoxOverlap.Iou(Car, Car with { X = 12 }), 12);

    /// <summary>From y − h to y: shifted by a third of the height, 8 of 12 m³ are common.</summary>
    [Fact]
    public void Iou_ShiftedInHeight_IsThatOfTheHeights() => Assert.Equal(8.0 / 16, BoxOverlap.Iou(Car, Car with { Y = 1.5 }), 12);

    /// <summary>A box of another height stands on the same level, not about the same middle.</summary>
    [Fact]
    public void Iou_TwiceAsHigh_IsAHalf() => Assert.Equal(0.5, BoxOverlap.Iou(Car, Car with { Height = 3 }), 12);

    /// <summary>Turned by a right angle, 2 × 2 m of ground are common: 6 of 12 m³.</summary>
    [Fact]
    public void Iou_TurnedByARightAngle_IsAThird() => Assert.Equal(6.0 / 18, BoxOverlap.Iou(Car, Car with { Ry = Math.PI / 2 }), 12);

    /// <summary>Two squares of side 1 turned by 45° have a regular octagon in common, of 2 (√2 − 1) m².</summary>
    [Fact]
    public void CommonArea_SquaresTurnedByHalfARightAngle_IsAnOctagon()
    {
        var square = new UprightBox(1, 1, 1, 3, 0, -2, 0.2);

        Assert.Equal(2 * (Math.Sqrt(2) - 1), BoxOverlap.CommonArea(square, square with { Ry = 0.2 + (Math.PI / 4) }), 12);
    }

    /// <summary>A square standing on its tip, which reaches half a metre over the side of a wall: a triangle 1 m wide and 0.5 m deep.</summary>
    [Fact]
    public void CommonArea_TipOfADiamond_IsATriangle()
    {
        var wall = new UprightBox(1, Width: 2, Length: 10, X: 0, Y: 0, Z: 0, Ry: 0);
        var diamond = new UprightBox(1, Width: 2, Length: 2, X: 0, Y: 0, Z: 1 + Math.Sqrt(2) - 0.5, Ry: Math.PI / 4);

        Assert.Equal(0.25, BoxOverlap.CommonArea(wall, diamond), 12);
    }

    [Theory]
    [InlineData(14.001, 1, 20)]
    [InlineData(10, 2.6, 20)]
    [InlineData(10, 1, 23)]
    public void Iou_Apart_IsZero(double x, double y, double z) => Assert.Equal(0, BoxOverlap.Iou(Car, Car with { X = x, Y = y, Z = z }));

    [Fact]
    public void Iou_AnyTwoBoxes_IsTheSameTheOtherWayRoundAndAfterATurn() => Gen.Select(Boxes, Boxes, Gen.Double[-7, 7]).Sample((a, b, turn) =>
    {
        var iou = BoxOverlap.Iou(a, b);

        Assert.InRange(iou, 0, 1 + 1e-12);
        Assert.Equal(iou, BoxOverlap.Iou(b, a), 1e-9);
        Assert.Equal(iou, BoxOverlap.Iou(Turn(a, turn), Turn(b, turn)), 1e-9);
        Assert.Equal(iou, BoxOverlap.Iou(a, b with { Ry = b.Ry + Math.PI }), 1e-9);
    });

    /// <summary>Points drawn over the first box fall into the second as often as the common area says.</summary>
    [Fact]
    public void CommonArea_AnyTwoBoxes_IsWhatAGridOfPointsFinds() => Gen.Select(Boxes, Boxes).Sample(
        (a, b) =>
        {
            const int steps = 60;
            var inside = 0;
            for (var i = 0; i < steps * steps; i++)
            {
                var (p, q) = ((((i % steps) + 0.5) / steps) - 0.5, (((i / steps) + 0.5) / steps) - 0.5);
                var (x, z) = (a.X + (Math.Cos(a.Ry) * p * a.Length) + (Math.Sin(a.Ry) * q * a.Width),
                    a.Z - (Math.Sin(a.Ry) * p * a.Length) + (Math.Cos(a.Ry) * q * a.Width));
                var (dx, dz) = (x - b.X, z - b.Z);
                var along = (Math.Cos(b.Ry) * dx) - (Math.Sin(b.Ry) * dz);
                var across = (Math.Sin(b.Ry) * dx) + (Math.Cos(b.Ry) * dz);
                inside += Math.Abs(along) <= b.Length / 2 && Math.Abs(across) <= b.Width / 2 ? 1 : 0;
            }

            var area = a.Length * a.Width;
            Assert.Equal(inside / (double)(steps * steps), BoxOverlap.CommonArea(a, b) / area, 0.05);
        },
        iter: 200);

    /// <summary>Turns the plane about its origin.</summary>
    private static UprightBox Turn(UprightBox box, double turn)
    {
        var (sin, cos) = Math.SinCos(turn);
        return box with { X = (cos * box.X) + (sin * box.Z), Z = (cos * box.Z) - (sin * box.X), Ry = box.Ry + turn };
    }
}
