namespace Swarm.Grains.Edge;

/// <summary>Where the grains of a site keep what must outlive them.</summary>
public static class EdgeStorage
{
    /// <summary>The name of the storage provider that the host configures.</summary>
    public const string Name = "swarm";
}
