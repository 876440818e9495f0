namespace Swarm.Perception;

/// <summary>
/// How the error of wheel odometry grows: the variance of each increment with the way driven and the angle turned (Thrun, Burgard, Fox,
/// <i>Probabilistic Robotics</i>, 2005, section 5.4, there with the squares of both; these grow the same whatever the step).
/// </summary>
public sealed record OdometryNoise
{
    /// <summary>Variance along the way, m² for each metre driven.</summary>
    public double AlongPerMetre { get; init; } = 1e-3;

    /// <summary>Variance across the way, m² for each metre driven: slip to the side.</summary>
    public double AcrossPerMetre { get; init; } = 1e-4;

    /// <summary>Variance of the yaw, rad² for each metre driven.</summary>
    public double YawPerMetre { get; init; } = 1e-3;

    /// <summary>Variance of the yaw, rad² for each radian turned.</summary>
    public double YawPerRadian { get; init; } = 5e-3;

    /// <summary>Variance of the position on each axis, m² for each second, moving or not: a wheel may be pushed.</summary>
    public double PositionPerSecond { get; init; } = 1e-7;

    /// <summary>Variance of the yaw, rad² for each second, moving or not.</summary>
    public double YawPerSecond { get; init; } = 1e-7;

    /// <summary>How long what the odometry says holds; after that the motion is as good as unknown.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>Variance of the position on each axis, m² for each second after <see cref="Hold"/>.</summary>
    public double PositionPerSilentSecond { get; init; } = 0.01;

    /// <summary>Variance of the yaw, rad² for each second after <see cref="Hold"/>.</summary>
    public double YawPerSilentSecond { get; init; } = 0.05;
}
