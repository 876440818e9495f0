namespace Swarm.Benchmarks.Publishing;

/// <summary>What a publisher has done since it was started.</summary>
internal sealed record PublisherCount(long Published, double CpuSeconds)
{
    public static PublisherCount operator -(PublisherCount later, PublisherCount earlier) => new(
        later.Published - earlier.Published, later.CpuSeconds - earlier.CpuSeconds);
}
