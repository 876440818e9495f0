using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>By how much a device's picture is off the shared one, with standard deviations: what it reports less what is so.</summary>
/// <param name="X">Of its pose, metres.</param>
/// <param name="Y">Of its pose, metres.</param>
/// <param name="Yaw">Of its pose or of the mounting of its sensor, radians.</param>
/// <param name="Clock">Of its clock, seconds: above 0 where it is ahead.</param>
public readonly record struct RegistrationError(
    double X, double Y, double Yaw, double Clock, double XDeviation, double YDeviation, double YawDeviation, double ClockDeviation)
{
    /// <summary>Deviations from which on an error is no chance any more.</summary>
    private const double Beyond = 3;

    /// <summary>
    /// Whether one of the errors is larger than three of its own deviations and than three of those that are claimed: the estimate is sure that
    /// something is off by more than the device knows.
    /// </summary>
    /// <param name="claimed">What the device says of its pose.</param>
    /// <param name="clock">What its clock is taken to be good for: a standard deviation in seconds.</param>
    public bool Exceeds(PoseCovariance claimed, double clock) =>
        Exceeds(X, XDeviation, Math.Sqrt(claimed.XX))
        || Exceeds(Y, YDeviation, Math.Sqrt(claimed.YY))
        || Exceeds(Yaw, YawDeviation, Math.Sqrt(claimed.YawYaw))
        || Exceeds(Clock, ClockDeviation, clock);

    private static bool Exceeds(double error, double deviation, double claimed) => Math.Abs(error) > Beyond * Math.Max(deviation, claimed);
}
