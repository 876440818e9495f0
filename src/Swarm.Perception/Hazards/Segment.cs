using System.Numerics;

namespace Swarm.Perception;

/// <summary>
/// A stretch of time, short enough that both bodies go straight in it: their mean relative position at its ends, and the four axes on
/// which two boxes can be apart.
/// </summary>
internal readonly struct Segment
{
    /// <summary>Beyond so many standard deviations nothing adds to a probability worth a report.</summary>
    public const double Deviations = 3;

    private readonly double _start;
    private readonly double _end;
    private readonly (double X, double Y) _from;
    private readonly (double X, double Y) _to;
    private readonly double _manoeuvreFrom;
    private readonly double _manoeuvreTo;
    private readonly double _cos;
    private readonly double _sin;
    private readonly SeparatingAxis _ahead;
    private readonly SeparatingAxis _aside;
    private readonly SeparatingAxis _otherAhead;
    private readonly SeparatingAxis _otherAside;

    /// <param name="device">Where the device is at the start, in the middle and at the end of the stretch.</param>
    /// <param name="other">Likewise.</param>
    /// <param name="density">Of the other's manoeuvres, m²/s³.</param>
    public Segment(ReadOnlySpan<Footprint> device, ReadOnlySpan<Footprint> other, double density, double start, double end)
    {
        (_start, _end) = (start, end);
        _from = Between(device[0], other[0]);
        _to = Between(device[2], other[2]);
        _manoeuvreFrom = Math.Sqrt(ManoeuvreVariance(density, start));
        _manoeuvreTo = Math.Sqrt(ManoeuvreVariance(density, end));
        (_cos, _sin) = (device[1].Cos, device[1].Sin);
        _ahead = new(device[1], other[1], _cos, _sin);
        _aside = new(device[1], other[1], -_sin, _cos);
        _otherAhead = new(device[1], other[1], other[1].Cos, other[1].Sin);
        _otherAside = new(device[1], other[1], -other[1].Sin, other[1].Cos);
    }

    /// <summary>
    /// The larger variance of a position <paramref name="t"/> seconds ahead, in m², or a little more: as
    /// <see cref="KinematicState.Predict"/> has it.
    /// </summary>
    public static double Variance(in KinematicState state, double density, double t)
    {
        var a = state.PP.A + (t * ((2 * state.PV.A) + (t * state.VV.A)));
        var b = state.PP.B + (t * (state.PV.B + state.PV.C + (t * state.VV.B)));
        var d = state.PP.D + (t * ((2 * state.PV.D) + (t * state.VV.D)));
        return Math.Max(a, d) + Math.Abs(b) + ManoeuvreVariance(density, t);
    }

    /// <summary>False where the boxes, the device's grown as far as it ever is, stay many standard deviations apart in a stretch.</summary>
    /// <param name="device">Where the device is at the start, in the middle and at the end of the stretch.</param>
    /// <param name="other">Likewise.</param>
    /// <param name="grown">By how much half the length of the device grows, forward alone; metres.</param>
    /// <param name="variance">Of the relative position at the end.</param>
    public static bool IsNear(ReadOnlySpan<Footprint> device, ReadOnlySpan<Footprint> other, double grown, double variance)
    {
        ref readonly var box = ref device[1];
        var (from, to) = (Between(device[0], other[0]), Between(device[2], other[2]));
        var (x, y) = new Footprint(grown * box.Cos, grown * box.Sin, box.Cos, box.Sin, box.HalfLength + grown, box.HalfWidth)
            .OffsetTo((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        var moved = Length(to.X - from.X, to.Y - from.Y) / 2;
        return !(Length(x, y) > moved + Length(other[1].HalfLength, other[1].HalfWidth) + (Deviations * Math.Sqrt(variance)));
    }

    /// <summary>
    /// In which of several samples the boxes touch, the device's grown forward by the way on which it closes in on the other within the
    /// time gap: all bits set there, none elsewhere.
    /// </summary>
    /// <param name="error">Of the relative position and velocity now, and how the other leaves its course.</param>
    public Vector<long> Touches(in ConflictErrors error, double timeGap, double deviceSpeed)
    {
        var fromX = error.X + (_start * error.Vx) + (_manoeuvreFrom * error.LeaveX) + new Vector<double>(_from.X);
        var fromY = error.Y + (_start * error.Vy) + (_manoeuvreFrom * error.LeaveY) + new Vector<double>(_from.Y);
        var stepX = error.X + (_end * error.Vx) + (_manoeuvreTo * error.LeaveX) + new Vector<double>(_to.X) - fromX;
        var stepY = error.Y + (_end * error.Vy) + (_manoeuvreTo * error.LeaveY) + new Vector<double>(_to.Y) - fromY;
        var closing = ((_cos * stepX) + (_sin * stepY)) * (-1 / (_end - _start));
        var half = timeGap / 2 * Vector.Min(Vector.Max(closing, Vector<double>.Zero), new Vector<double>(deviceSpeed));

        var (enter, leave) = (Vector<double>.Zero, Vector<double>.One);
        _ahead.Narrow(fromX, fromY, stepX, stepY, half, ref enter, ref leave);
        _aside.Narrow(fromX, fromY, stepX, stepY, half, ref enter, ref leave);
        if (Vector.GreaterThanAll(enter, leave))
            return Vector<long>.Zero;

        _otherAhead.Narrow(fromX, fromY, stepX, stepY, half, ref enter, ref leave);
        _otherAside.Narrow(fromX, fromY, stepX, stepY, half, ref enter, ref leave);
        return Vector.LessThanOrEqual(enter, leave);
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));

    private static (double X, double Y) Between(in Footprint device, in Footprint other) => (other.X - device.X, other.Y - device.Y);

    /// <summary>The position part of the white-noise acceleration model, in m².</summary>
    private static double ManoeuvreVariance(double density, double t) => density * t * t * t / 3;
}
