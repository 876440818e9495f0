namespace Swarm.Vda5050;

/// <summary>m/s, rad/s, m/s² and metres.</summary>
public sealed record PhysicalParameters
{
    public required double MinimumSpeed { get; init; }

    public required double MaximumSpeed { get; init; }

    public double? MinimumAngularSpeed { get; init; }

    public double? MaximumAngularSpeed { get; init; }

    public required double MaximumAcceleration { get; init; }

    public required double MaximumDeceleration { get; init; }

    /// <summary>Optional in 2.1: 0 if it is not given.</summary>
    public required double MinimumHeight { get; init; }

    public required double MaximumHeight { get; init; }

    public required double Width { get; init; }

    public required double Length { get; init; }
}
