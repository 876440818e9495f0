namespace Swarm.Hosting;

/// <summary>Where the site keeps what must outlive its process.</summary>
public enum StoreKind
{
    /// <summary>A Garnet server that the silo starts, with its data in the data folder.</summary>
    Embedded,

    /// <summary>Nowhere: it is gone when the process ends.</summary>
    Memory,

    /// <summary>A Redis server that somebody else runs; it also holds the membership of the site's silos.</summary>
    Redis,
}
