namespace Swarm.Perception;

/// <summary>
/// A stretch of time, short enough that both bodies go straight in it: their mean relative position at its ends, and for each of the
/// four axes on which two boxes can be apart how far they reach.
/// </summary>
internal readonly struct Segment
{
    /// <summary>Beyond so many standard deviations nothing adds to a probability worth a report.</summary>
    public const double Deviations = 3;

    private readonly Footprint _device;
    private readonly Footprint _other;
    private readonly double _start;
    private readonly double _end;
    private readonly (double X, double Y) _from;
    private readonly (double X, double Y) _to;
    private readonly double _density;
    private readonly double _manoeuvreFrom;
    private readonly double _manoeuvreTo;

    /// <param name="device">Where the device is at the start, in the middle and at the end of the stretch.</param>
    /// <param name="other">Likewise.</param>
    /// <param name="density">Of the other's manoeuvres, m²/s³.</param>
    public Segment(ReadOnlySpan<Footprint> device, ReadOnlySpan<Footprint> other, double density, double start, double end)
    {
        (_start, _end) = (start, end);
        (_device, _other) = (device[1], other[1]);
        _from = Between(device[0], other[0]);
        _to = Between(device[2], other[2]);
        _density = density;
        _manoeuvreFrom = ManoeuvreDeviation(density, start);
        _manoeuvreTo = ManoeuvreDeviation(density, end);
    }

    /// <summary>The larger standard deviation of the position, in metres, or a little more.</summary>
    public static double Deviation(in KinematicState state) => Math.Sqrt(Math.Max(state.PP.A, state.PP.D) + Math.Abs(state.PP.B));

    /// <summary>False where the boxes, the device's grown as far as it ever is, stay many standard deviations apart in this stretch.</summary>
    /// <param name="relative">Covariance of the relative position and velocity now.</param>
    public bool IsNear(in KinematicState relative, double timeGap, double deviceSpeed)
    {
        var half = timeGap * deviceSpeed / 2;
        var grown = _device with { X = half * _device.Cos, Y = half * _device.Sin, HalfLength = _device.HalfLength + half };
        var (x, y) = grown.OffsetTo((_from.X + _to.X) / 2, (_from.Y + _to.Y) / 2);
        var moved = Length(_to.X - _from.X, _to.Y - _from.Y) / 2;
        var reach = moved + Length(_other.HalfLength, _other.HalfWidth) + (Deviations * Deviation(relative.Predict(_end, _density)));
        return !(Length(x, y) > reach);
    }

    /// <summary>
    /// Whether the boxes touch, the device's grown forward by the way on which it closes in on the other within the time gap.
    /// </summary>
    /// <param name="error">Of the relative position and velocity now.</param>
    /// <param name="zx">Standard normal: how the other leaves its course.</param>
    public bool Touches((double X, double Y, double Vx, double Vy) error, double zx, double zy, double timeGap, double deviceSpeed)
    {
        var from = Displaced(_from, error, _start, zx * _manoeuvreFrom, zy * _manoeuvreFrom);
        var to = Displaced(_to, error, _end, zx * _manoeuvreTo, zy * _manoeuvreTo);
        var step = (X: to.X - from.X, Y: to.Y - from.Y);
        var closing = -((_device.Cos * step.X) + (_device.Sin * step.Y)) / (_end - _start);
        var half = timeGap * Math.Clamp(closing, 0, deviceSpeed) / 2;
        var grown = _device with { HalfLength = _device.HalfLength + half };
        from = (from.X - (half * grown.Cos), from.Y - (half * grown.Sin));

        double enter = 0, leave = 1;
        return Overlap(grown, from, step, (grown.Cos, grown.Sin), ref enter, ref leave)
            && Overlap(grown, from, step, (-grown.Sin, grown.Cos), ref enter, ref leave)
            && Overlap(grown, from, step, (_other.Cos, _other.Sin), ref enter, ref leave)
            && Overlap(grown, from, step, (-_other.Sin, _other.Cos), ref enter, ref leave);
    }

    /// <summary>Narrows the part of the stretch, 0 to 1, in which the boxes overlap on the axis; false where nothing is left of it.</summary>
    private bool Overlap(
        in Footprint box, (double X, double Y) from, (double X, double Y) step, (double X, double Y) axis, ref double enter, ref double leave)
    {
        var reach = box.HalfExtent(axis.X, axis.Y) + _other.HalfExtent(axis.X, axis.Y);
        var place = (axis.X * from.X) + (axis.Y * from.Y);
        var speed = (axis.X * step.X) + (axis.Y * step.Y);
        if (speed == 0)
            return Math.Abs(place) <= reach;
        var (a, b) = ((-reach - place) / speed, (reach - place) / speed);
        enter = Math.Max(enter, Math.Min(a, b));
        leave = Math.Min(leave, Math.Max(a, b));
        return enter <= leave;
    }

    private static (double X, double Y) Displaced(
        (double X, double Y) mean, (double X, double Y, double Vx, double Vy) error, double t, double manoeuvreX, double manoeuvreY) =>
        (mean.X + error.X + (error.Vx * t) + manoeuvreX, mean.Y + error.Y + (error.Vy * t) + manoeuvreY);

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));

    private static (double X, double Y) Between(in Footprint device, in Footprint other) => (other.X - device.X, other.Y - device.Y);

    /// <summary>The position part of the white-noise acceleration model, in metres.</summary>
    private static double ManoeuvreDeviation(double density, double t) => Math.Sqrt(density * t * t * t / 3);
}
