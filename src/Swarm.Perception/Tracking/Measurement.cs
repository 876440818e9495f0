using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A detection that is fit for the filter.</summary>
/// <param name="Noise">The sensor's and what is not known of the pose that it was seen from.</param>
internal readonly record struct Measurement(
    Detection Source, Point2 Place, double Z, Covariance2 SensorNoise, Covariance2 Noise, ObjectClass Class, double Score, Size? Size, double? Yaw, Velocity? Velocity)
{
    /// <summary>A detection less certain than this standard deviation, in metres, says too little.</summary>
    private const double MaxDeviation = 30;

    /// <summary>No sensor is more certain of where a body's centre is than this, in metres; keeps the filter from freezing.</summary>
    private const double Floor = 0.05;
    private const double MaxCoordinate = 1e6;
    private const double MaxHeight = 1e4;
    private const double MaxSpeed = 100;
    private const double MaxSide = 30;

    /// <summary>False for what no sensor means: places out of this world, or a covariance that is none.</summary>
    public static bool TryFrom(Detection seen, out Measurement measurement)
    {
        var place = seen.Position;
        measurement = default;
        if (!(Math.Abs(place.X) <= MaxCoordinate && Math.Abs(place.Y) <= MaxCoordinate && Math.Abs(place.Z) <= MaxHeight)
            || !(seen.Score >= 0) || !Gaussian2.IsUsable(seen.Covariance, MaxDeviation))
            return false;

        var noise = seen.Covariance + Covariance2.Isotropic(Floor);
        measurement = new(
            seen,
            place.Plane,
            place.Z,
            noise,
            noise,
            Enum.IsDefined(seen.Class) ? seen.Class : ObjectClass.Unknown,
            Math.Min(seen.Score, 1),
            seen.Size is { } size && IsSide(size.Length) && IsSide(size.Width) && size.Height is >= 0 and <= MaxSide ? size : null,
            seen.Yaw is { } yaw && double.IsFinite(yaw) ? Angle.Normalize(yaw) : null,
            seen.Velocity is { Speed: <= MaxSpeed } ? seen.Velocity : null);
        return true;
    }

    /// <summary>The measurement as it lies in the shared picture; what is not known of how the device's picture lies there is noise of its own.</summary>
    public Measurement Placed(DeviceRegistration registration)
    {
        var seen = Source.Position;
        return this with
        {
            Place = registration.Place(seen.Plane),
            Z = registration.PlaceHeight(seen.Z),
            Noise = SensorNoise + registration.NoiseAt(seen.Plane),
            Yaw = Source.Yaw is { } yaw && double.IsFinite(yaw) ? Angle.Normalize(yaw - registration.Yaw) : null,
        };
    }

    /// <summary>The same brought to the time of the shared picture: what moves was seen where it was when the device's clock was right.</summary>
    public Measurement Timed(DeviceRegistration registration, Velocity velocity)
    {
        var (clock, variance) = (registration.Clock, registration.ClockVariance);
        return variance == 0
            ? this
            : this with
            {
                Place = new(Place.X + (clock * velocity.X), Place.Y + (clock * velocity.Y)),
                Noise = Noise + new Covariance2(variance * velocity.X * velocity.X, variance * velocity.X * velocity.Y, variance * velocity.Y * velocity.Y),
            };
    }

    private static bool IsSide(double side) => side is > 0 and <= MaxSide;
}
