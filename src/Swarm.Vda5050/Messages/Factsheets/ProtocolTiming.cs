namespace Swarm.Vda5050;

/// <summary>Seconds.</summary>
public sealed record ProtocolTiming
{
    /// <summary>Between two orders to it.</summary>
    public required double MinimumOrderInterval { get; init; }

    /// <summary>Between two states of it.</summary>
    public required double MinimumStateInterval { get; init; }

    /// <summary>30 if it is not given.</summary>
    public double? DefaultStateInterval { get; init; }

    public double? VisualizationInterval { get; init; }
}
