using System.Diagnostics.CodeAnalysis;

namespace Swarm.Inference;

/// <summary>What the reflex goes by: one instant, body frame (x forward, y left). A value without references, so that it can be handed over by copying.</summary>
/// <remarks>A device that backs gives its speed as positive and its ranges turned by half a turn.</remarks>
/// <param name="ranges">Around the device, metres.</param>
/// <param name="speed">See <see cref="Speed"/>.</param>
public readonly struct ReflexInput(
    in SectorRanges ranges, double speed, double yawRate = 0, double load = 0, double friction = ReflexProfile.DryFriction)
{
    private readonly SectorRanges _ranges = ranges;

    /// <summary>Around the device, metres.</summary>
    [UnscopedRef]
    public ref readonly SectorRanges Ranges => ref _ranges;

    /// <summary>The way the ranges' sector 0 looks, metres per second, 0 to <see cref="ReflexProfile.HighestSpeed"/>.</summary>
    public double Speed { get; } = speed;

    /// <summary>Radians per second, counter-clockwise, at most <see cref="ReflexProfile.HighestYawRate"/> either way.</summary>
    public double YawRate { get; } = yawRate;

    /// <summary>Of what the device may carry, 0 to 1.</summary>
    public double Load { get; } = load;

    /// <summary>Coefficient of friction between wheels and ground, above 0, at most <see cref="ReflexProfile.HighestFriction"/>. Dry asphalt 0.8, wet 0.5, ice 0.1.</summary>
    public double Friction { get; } = friction;
}
