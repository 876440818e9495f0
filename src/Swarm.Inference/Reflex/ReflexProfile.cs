namespace Swarm.Inference;

/// <summary>What the reflex must know of a machine. Say less speed, less braking and a longer response than it has, never more.</summary>
public sealed record ReflexProfile
{
    /// <summary>Beyond, an input is absurd: metres per second.</summary>
    public const double HighestSpeed = 60;

    /// <summary>Beyond, an input is absurd: radians per second.</summary>
    public const double HighestYawRate = 20;

    /// <summary>Beyond, an input is absurd: rubber on dry concrete has about 1.</summary>
    public const double HighestFriction = 1.5;

    /// <summary>Coefficient of friction of dry paving.</summary>
    public const double DryFriction = 0.8;

    private const double Gravity = 9.80665;

    /// <summary>Of the outline, along x, metres.</summary>
    public required double Length { get; init; }

    /// <summary>Of the outline, along y, metres.</summary>
    public required double Width { get; init; }

    /// <summary>Metres per second; at most <see cref="HighestSpeed"/>.</summary>
    public required double MaxSpeed { get; init; }

    /// <summary>The most that it may gain while it responds, a_max,accel, metres per second squared.</summary>
    public required double Acceleration { get; init; }

    /// <summary>The least that it surely brakes with when empty, on ground that gives enough grip, a_min,brake, metres per second squared.</summary>
    public required double Braking { get; init; }

    /// <summary>Share of the braking that a full load takes away, 0 to below 1.</summary>
    public double BrakingLostToLoad { get; init; } = 0.3;

    /// <summary>ρ, seconds from something being there to the brakes being on: sensor, two ticks and brake.</summary>
    public double ResponseTime { get; init; } = 0.1;

    /// <summary>Towards the device, metres per second: what things around it are assumed to come nearer with until it stands.</summary>
    public double ApproachSpeed { get; init; } = 0.3;

    /// <summary>Metres that are to be left when it stands.</summary>
    public double Clearance { get; init; } = 0.15;

    /// <summary>Metres beside the outline that count as in the way.</summary>
    public double SideClearance { get; init; } = 0.05;

    /// <summary>
    /// What it surely brakes with, metres per second squared: what the load leaves, and no more than the ground takes, μg. Never less for a smaller
    /// load or for more friction, to the last bit: each operation here is rounded correctly and so keeps the order.
    /// </summary>
    public double BrakingAt(double load, double friction) => Math.Min(Braking * (1 - (BrakingLostToLoad * load)), friction * Gravity);

    /// <exception cref="ArgumentException">A value that no machine has; the message names it.</exception>
    internal void Check()
    {
        Within(nameof(Length), Length, 0.05, 2 * SectorRanges.Reach);
        Within(nameof(Width), Width, 0.05, 2 * SectorRanges.Reach);
        Within(nameof(MaxSpeed), MaxSpeed, 0.01, HighestSpeed);
        Within(nameof(Acceleration), Acceleration, 0, 20);
        Within(nameof(Braking), Braking, 0.05, 20);
        Within(nameof(BrakingLostToLoad), BrakingLostToLoad, 0, 0.95);
        Within(nameof(ResponseTime), ResponseTime, 0.001, 5);
        Within(nameof(ApproachSpeed), ApproachSpeed, 0, 20);
        Within(nameof(Clearance), Clearance, 0, 5);
        Within(nameof(SideClearance), SideClearance, 0, 5);
    }

    private static void Within(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw new ArgumentException(FormattableString.Invariant($"The reflex profile's {name} is {value}: {least} to {most} expected."));
    }
}
