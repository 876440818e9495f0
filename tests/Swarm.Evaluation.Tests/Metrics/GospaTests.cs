using CsCheck;
using Swarm.Domain;

namespace Swarm.Evaluation.Tests;

public sealed class GospaTests
{
    private static readonly Gen<Point2[]> Places = Gen.Select(Gen.Double[0, 5], Gen.Double[0, 5], (x, y) => new Point2(x, y)).Array[0, 5];

    /// <summary>One pair 1 m apart, one truth and two estimates alone, c = 4 and p = 1: 1 + 2 + 2 · 2.</summary>
    [Fact]
    public void Of_HandWorked_AddsItsParts()
    {
        var gospa = Gospa.Of([new(0, 0), new(50, 0)], [new(1, 0), new(80, 0), new(90, 0)], new(Cutoff: 4, Order: 1));

        Assert.Equal((1, 1, 2), (gospa.Localisation, gospa.Missed, gospa.False));
        Assert.Equal((2, 4, 7), (gospa.MissedPart, gospa.FalsePart, gospa.Value));
    }

    /// <summary>The same with p = 2: √(1 + 8 + 2 · 8).</summary>
    [Fact]
    public void Of_SecondOrder_TakesTheRootOfTheSum() => Assert.Equal(
        5, Gospa.Of([new(0, 0), new(50, 0)], [new(1, 0), new(80, 0), new(90, 0)], new(Cutoff: 4, Order: 2)).Value, 12);

    /// <summary>The nearest pair first would cost 0.1 + 1.9.</summary>
    [Fact]
    public void Of_Crossed_TakesTheLeastInSum()
    {
        var gospa = Gospa.Of([new(0, 0), new(1, 0)], [new(0.9, 0), new(1.9, 0)], new(Cutoff: 2, Order: 1));

        Assert.Equal((0, 0), (gospa.Missed, gospa.False));
        Assert.Equal(0.9 + 0.9, gospa.Value, 12);
    }

    [Fact]
    public void Of_Nothing_IsZero() => Assert.Equal(0, Gospa.Of([], [], GospaOptions.Default).Value);

    [Fact]
    public void Of_AnySets_IsTheLeastOverAllAssignmentsAndTheSameTheOtherWayRound() => Gen.Select(Places, Places, Gen.Double[0.5, 6]).Sample((a, b, cutoff) =>
    {
        var options = new GospaOptions(cutoff, 2);
        var value = Gospa.Of(a, b, options).Value;

        Assert.Equal(Math.Sqrt(Least(a, b, 0, 0, options)), value, 1e-9);
        Assert.Equal(value, Gospa.Of(b, a, options).Value, 1e-9);
    });

    [Fact]
    public void Mean_TwoFrames_AveragesEachPart()
    {
        var options = new GospaOptions(2, 1);

        var mean = GospaMean.Of([new Gospa(0.5, 1, 0, options), new Gospa(0.1, 0, 2, options)]);

        Assert.Equal((0.3, 0.5, 1), (mean.Localisation, mean.Missed, mean.False));
        Assert.Equal(1.8, mean.Value, 12);
    }

    /// <summary>Tries every assignment of what is left of the first set to what is not taken of the second.</summary>
    private static double Least(Point2[] a, Point2[] b, int next, int taken, GospaOptions options)
    {
        if (next == a.Length)
            return (b.Length - int.PopCount(taken)) * options.Penalty;
        var least = options.Penalty + Least(a, b, next + 1, taken, options);
        for (var i = 0; i < b.Length; i++)
        {
            if ((taken & (1 << i)) == 0)
            {
                var distance = a[next].DistanceTo(b[i]);
                least = Math.Min(least, (distance * distance) + Least(a, b, next + 1, taken | (1 << i), options));
            }
        }

        return least;
    }
}
