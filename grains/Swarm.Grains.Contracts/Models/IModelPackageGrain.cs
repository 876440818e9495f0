using Orleans.Concurrency;

namespace Swarm.Grains;

/// <summary>One signed package as it was sent; its key is <c>site/name/version</c>.</summary>
[Alias("swarm.IModelPackageGrain")]
public interface IModelPackageGrain : IGrainWithStringKey
{
    /// <summary>Stores it.</summary>
    [Alias("Put")]
    Task Put(byte[] package);

    /// <returns>Null where there is none.</returns>
    [Alias("Get")]
    [AlwaysInterleave]
    Task<byte[]?> Get();
}
