using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// How a device's picture lies on the one that all share: the error of its pose (x, y, yaw), of the height it reports and of its clock,
/// estimated from the objects that others see as well (the registration problem: Bar-Shalom and Li, <i>Multitarget-Multisensor Tracking</i>,
/// 1995, section 9.3). Each error fades towards none as a first-order Gauss–Markov process whose spread is what the device itself says of its
/// pose, so that devices sure of theirs hold the picture in place and the others are laid on it.
/// </summary>
internal sealed class DeviceRegistration
{
    /// <summary>
    /// How long an error of localisation stays much the same, in seconds: poses come from filters that drift, and jump at a new fix.
    /// </summary>
    private const double PoseMemory = 2;

    /// <summary>Clocks drift slowly; seconds.</summary>
    private const double ClockMemory = 60;

    private Matrix<Four, One> _error;
    private Matrix<Four, Four> _covariance;
    private double _height;
    private double _heightVariance;
    private DateTimeOffset _time;
    private double _x;
    private double _y;

    public DeviceId Device { get; private set; }

    public DateTimeOffset Time => _time;

    public double Yaw => _error[2, 0];

    public double Clock => _error[3, 0];

    public double ClockVariance => _covariance[3, 3];

    public RegistrationError Error => new(
        _error[0, 0], _error[1, 0], _error[2, 0], _error[3, 0],
        Math.Sqrt(_covariance[0, 0]), Math.Sqrt(_covariance[1, 1]), Math.Sqrt(_covariance[2, 2]), Math.Sqrt(_covariance[3, 3]));

    public void Begin(DeviceId device, DateTimeOffset time, double clockDeviation)
    {
        (Device, _time, _error, _covariance, _height, _heightVariance) = (device, time, default, default, 0, double.NaN);
        _covariance[3, 3] = clockDeviation * clockDeviation;
    }

    public void CopyFrom(DeviceRegistration other) =>
        (Device, _time, _error, _covariance, _height, _heightVariance, _x, _y) = (
            other.Device, other._time, other._error, other._covariance, other._height, other._heightVariance, other._x, other._y);

    /// <summary>Brings the estimate to a frame's time. What the device says of its pose bounds how far off it may be.</summary>
    public void Advance(Observation frame, double clockDeviation)
    {
        var said = Usable(frame.EgoCovariance);
        var dt = Math.Max(0, (frame.Time - _time).TotalSeconds);
        // Of a device just met nothing is known but what it says.
        var pose = double.IsNaN(_heightVariance) ? 0 : Math.Exp(-dt / PoseMemory);
        var clock = Math.Exp(-dt / ClockMemory);
        Span<double> fade = [pose, pose, pose, clock];
        var saidPose = said.ToMatrix();
        var prior = default(Matrix<Four, Four>);
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
                prior[row, column] = saidPose[row, column];
        }

        prior[3, 3] = clockDeviation * clockDeviation;
        for (var row = 0; row < 4; row++)
        {
            _error[row, 0] *= fade[row];
            for (var column = 0; column < 4; column++)
            {
                var both = fade[row] * fade[column];
                _covariance[row, column] = (both * _covariance[row, column]) + ((1 - both) * prior[row, column]);
            }
        }

        var height = said.XX + said.YY;
        _heightVariance = double.IsNaN(_heightVariance) ? height : (pose * pose * _heightVariance) + ((1 - (pose * pose)) * height);
        _height *= pose;
        (_time, _x, _y) = (frame.Time, frame.Ego.X, frame.Ego.Y);
    }

    /// <summary>Where a detection lies in the shared picture. The clock's error is left out: it needs the object's velocity.</summary>
    public Point2 Place(Point2 seen) => new(
        seen.X - _error[0, 0] + (_error[2, 0] * (seen.Y - _y)),
        seen.Y - _error[1, 0] - (_error[2, 0] * (seen.X - _x)));

    public double PlaceHeight(double z) => z - _height;

    /// <summary>
    /// What the uncertainty of the pose adds to a detection's there: the compounding of Smith, Self and Cheeseman, "Estimating Uncertain
    /// Spatial Relationships in Robotics", 1990, section 3.2.
    /// </summary>
    public Covariance2 NoiseAt(Point2 seen)
    {
        var (dx, dy) = (seen.X - _x, seen.Y - _y);
        ref readonly var p = ref _covariance;
        return new(
            p[0, 0] - (2 * dy * p[0, 2]) + (dy * dy * p[2, 2]),
            p[0, 1] + (dx * p[0, 2]) - (dy * p[1, 2]) - (dx * dy * p[2, 2]),
            p[1, 1] + (2 * dx * p[1, 2]) + (dx * dx * p[2, 2]));
    }

    /// <summary>Learns from an object that others see as well.</summary>
    /// <param name="seen">Where the device says it is.</param>
    /// <param name="shared">Where others see it.</param>
    /// <param name="spread">Of the difference, but for the device's own error.</param>
    /// <param name="velocity">Of the object, m/s.</param>
    public void Learn(Point2 seen, Point2 shared, Covariance2 spread, Velocity velocity)
    {
        // Whitened, so that the two axes are taken one after the other.
        var a = 1 / Math.Sqrt(spread.XX);
        var slope = spread.XY / spread.XX;
        var rest = spread.YY - (slope * spread.XY);
        if (!(rest > 0))
            return;
        var b = 1 / Math.Sqrt(rest);
        var (rx, ry) = (seen.X - shared.X, seen.Y - shared.Y);
        var hx = Matrices.Column<Four>(1, 0, -(seen.Y - _y), -velocity.X);
        var hy = Matrices.Column<Four>(0, 1, seen.X - _x, -velocity.Y);
        Update(a * hx, a * rx);
        Update(b * (hy - (slope * hx)), b * (ry - (slope * rx)));
    }

    public void LearnHeight(double seen, double shared, double variance)
    {
        var gain = _heightVariance / (_heightVariance + variance);
        _height += gain * (seen - shared - _height);
        _heightVariance *= 1 - gain;
    }

    /// <summary>The Kalman update with one measured number of variance 1.</summary>
    private void Update(in Matrix<Four, One> h, double measured)
    {
        var ph = _covariance.Times(h);
        var (variance, innovation) = (1d, measured);
        for (var i = 0; i < 4; i++)
        {
            variance += h[i, 0] * ph[i, 0];
            innovation -= h[i, 0] * _error[i, 0];
        }

        for (var row = 0; row < 4; row++)
        {
            var gain = ph[row, 0] / variance;
            _error[row, 0] += gain * innovation;
            for (var column = 0; column <= row; column++)
                _covariance[row, column] = _covariance[column, row] -= gain * ph[column, 0];
        }
    }

    /// <summary>A covariance that is none is taken for none said.</summary>
    private static PoseCovariance Usable(PoseCovariance said)
    {
        const double maxPosition = 100;
        const double maxYaw = 10;
        var usable = said.XX is >= 0 and <= maxPosition && said.YY is >= 0 and <= maxPosition && said.YawYaw is >= 0 and <= maxYaw
            && said.XY * said.XY <= said.XX * said.YY && said.XYaw * said.XYaw <= said.XX * said.YawYaw
            && said.YYaw * said.YYaw <= said.YY * said.YawYaw;
        return usable ? said : default;
    }
}
