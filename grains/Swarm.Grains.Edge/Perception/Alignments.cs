using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Grains.Edge;

/// <summary>What a cell tells a device's twin of the estimate that the tracker has.</summary>
internal static class Alignments
{
    /// <param name="claimed">What the device says of its pose.</param>
    /// <param name="clock">Standard deviation that clocks are taken to have, seconds.</param>
    public static DeviceAlignment ToAlignment(this RegistrationError error, DateTimeOffset now, PoseCovariance claimed, double clock) => new(
        now,
        error.X,
        error.XDeviation,
        error.Y,
        error.YDeviation,
        error.Yaw,
        error.YawDeviation,
        error.Clock,
        error.ClockDeviation,
        error.Exceeds(claimed, clock));
}
