using System.Numerics;
using System.Runtime.CompilerServices;

namespace Swarm.Perception;

/// <summary>
/// An axis along a side of one of two boxes, a unit vector: where the boxes overlap on all four such axes they touch (Gottschalk, Lin and
/// Manocha, "OBBTree", SIGGRAPH 1996, in the plane).
/// </summary>
internal readonly struct SeparatingAxis
{
    private readonly double _x;
    private readonly double _y;

    /// <summary>Half of what both boxes cover of the axis, in metres.</summary>
    private readonly double _reach;

    /// <summary>How much of the device's forward direction lies along the axis, -1 to 1.</summary>
    private readonly double _forward;

    public SeparatingAxis(in Footprint device, in Footprint other, double x, double y)
    {
        (_x, _y) = (x, y);
        _reach = device.HalfExtent(x, y) + other.HalfExtent(x, y);
        _forward = (x * device.Cos) + (y * device.Sin);
    }

    /// <summary>Narrows the part of a stretch, 0 to 1, in which the boxes overlap on this axis, for several samples at once.</summary>
    /// <param name="fromX">Where the other is from the device at the start, as <paramref name="fromY"/>; metres.</param>
    /// <param name="stepX">How far it moves until the end, as <paramref name="stepY"/>.</param>
    /// <param name="grown">By how much half the length of the device grows, forward alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Narrow(
        Vector<double> fromX,
        Vector<double> fromY,
        Vector<double> stepX,
        Vector<double> stepY,
        Vector<double> grown,
        ref Vector<double> enter,
        ref Vector<double> leave)
    {
        var reach = (Math.Abs(_forward) * grown) + new Vector<double>(_reach);
        var place = (_x * fromX) + (_y * fromY) - (_forward * grown);

        // Where nothing moves on the axis both are infinite: of unlike signs inside, of like signs outside.
        var perSpeed = Vector<double>.One / ((_x * stepX) + (_y * stepY));
        var (a, b) = ((-reach - place) * perSpeed, (reach - place) * perSpeed);
        enter = Vector.Max(enter, Vector.Min(a, b));
        leave = Vector.Min(leave, Vector.Max(a, b));
    }
}
