using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>The last messages of a device that were refused. Kept in memory alone.</summary>
internal sealed class RejectionLog
{
    private const int Kept = 20;

    public IReadOnlyList<Rejection> Newest { get; private set; } = [];

    public long Count { get; private set; }

    /// <param name="newest">The newest first, out of <paramref name="count"/>.</param>
    public void Add(IReadOnlyList<Rejection> newest, long count)
    {
        Newest = [.. newest.Concat(Newest).OrderByDescending(rejection => rejection.Time).Take(Kept)];
        Count += count;
    }
}
