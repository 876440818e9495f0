namespace Swarm.Grains;

/// <summary>Grants the site's ingest session to one bridge at a time. Its key is the site id.</summary>
[Alias("swarm.IIngestLeaseGrain")]
public interface IIngestLeaseGrain : IGrainWithStringKey
{
    /// <summary>Takes the lease, or renews it for its holder. Null while another one holds it.</summary>
    [Alias("Acquire")]
    Task<IngestLease?> Acquire(string holder, TimeSpan duration);

    /// <summary>Gives the lease back, if <paramref name="holder"/> has it.</summary>
    [Alias("Release")]
    Task Release(string holder);
}
