using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A bearing or a range that is fit for the filter, as it lies in the shared picture.</summary>
/// <param name="Value">Angle in radians, or distance in metres, from <paramref name="From"/>.</param>
/// <param name="Variance">The sensor's, rad² or m².</param>
/// <param name="From">Where the device is by what is known of its picture.</param>
internal readonly record struct LineMeasurement(bool IsRange, double Value, double Variance, Point2 From, ObjectClass Class)
{
    /// <summary>An angle less certain than this, in radians, says too little; and where a track may lie in so wide an angle, it is no line.</summary>
    private const double MaxAngleDeviation = 0.5;
    private const double MaxRangeDeviation = 30;
    private const double MaxRange = 1e5;

    /// <summary>No sensor is more certain of a direction (radians) or a distance (metres) to a body's middle; keeps the filter from freezing.</summary>
    private const double AngleFloor = 0.002;
    private const double RangeFloor = 0.05;

    /// <summary>Closer to the device than this, in metres, nothing has a direction.</summary>
    private const double Closest = 0.1;

    public static bool TryFrom(Bearing seen, Point2 from, double yawError, out LineMeasurement measurement)
    {
        measurement = new(
            IsRange: false, seen.Angle - yawError, seen.Variance + (AngleFloor * AngleFloor), from, Known(seen.Class));
        return double.IsFinite(seen.Angle) && seen.Variance is >= 0 and <= MaxAngleDeviation * MaxAngleDeviation && seen.Score >= 0;
    }

    public static bool TryFrom(RangeReading seen, Point2 from, out LineMeasurement measurement)
    {
        measurement = new(
            IsRange: true, seen.Range, seen.Variance + (RangeFloor * RangeFloor), from, Known(seen.Class));
        return seen.Range is >= 0 and <= MaxRange && seen.Variance is >= 0 and <= MaxRangeDeviation * MaxRangeDeviation && seen.Score >= 0;
    }

    /// <summary>
    /// Linearised at a state, as the extended Kalman filter has it (Bar-Shalom, Li, Kirubarajan 2001, section 10.3). What is not known of the
    /// device's pose counts as far as it moves the line: its yaw whole for a bearing, its place by the distance; its place alone for a range.
    /// </summary>
    /// <returns>False where the state is too near or too unsure for a line.</returns>
    public bool TryLookAt(in KinematicState state, DeviceRegistration registration, out LineInnovation innovation)
    {
        var (dx, dy) = (state.X - From.X, state.Y - From.Y);
        var square = (dx * dx) + (dy * dy);
        var distance = Math.Sqrt(square);
        innovation = default;
        if (!(distance > Closest))
            return false;

        var (hx, hy) = IsRange ? (dx / distance, dy / distance) : (-dy / square, dx / square);
        var difference = IsRange ? Value - distance : Math.IEEERemainder(Value - Math.Atan2(dy, dx), Math.Tau);
        var spread = Along(hx, hy, state.PP.Covariance);
        if (!IsRange && spread > MaxAngleDeviation * MaxAngleDeviation)
            return false;
        innovation = new(hx, hy, difference, Variance + Along(hx, hy, registration.NoiseAt(state.Position)), spread);
        return true;
    }

    private static double Along(double hx, double hy, Covariance2 p) => (hx * hx * p.XX) + (2 * hx * hy * p.XY) + (hy * hy * p.YY);

    private static ObjectClass Known(ObjectClass seen) => Enum.IsDefined(seen) ? seen : ObjectClass.Unknown;
}
