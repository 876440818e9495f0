namespace Swarm.Perception;

/// <summary>By how much a device's picture is off the shared one, with standard deviations: what it reports less what is so.</summary>
/// <param name="X">Of its pose, metres.</param>
/// <param name="Y">Of its pose, metres.</param>
/// <param name="Yaw">Of its pose or of the mounting of its sensor, radians.</param>
/// <param name="Clock">Of its clock, seconds: above 0 where it is ahead.</param>
public readonly record struct RegistrationError(
    double X, double Y, double Yaw, double Clock, double XDeviation, double YDeviation, double YawDeviation, double ClockDeviation);
