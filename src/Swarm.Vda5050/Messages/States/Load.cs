namespace Swarm.Vda5050;

/// <summary>Something that the vehicle carries.</summary>
public sealed record Load
{
    /// <summary>Empty: there is a name, but not read yet.</summary>
    public string? LoadId { get; init; }

    public string? LoadType { get; init; }

    public string? LoadPosition { get; init; }

    public BoundingBoxReference? BoundingBoxReference { get; init; }

    public LoadDimensions? LoadDimensions { get; init; }

    /// <summary>Kilograms.</summary>
    public double? Weight { get; init; }
}
