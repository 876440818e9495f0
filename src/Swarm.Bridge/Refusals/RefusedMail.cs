using Swarm.Domain;

namespace Swarm.Bridge;

/// <summary>
/// What one device has had refused since its grain was last told: the newest few, and how many in all. Of the reason that comes most often the
/// oldest goes first, so that a flood for one reason does not hide another.
/// </summary>
internal sealed class RefusedMail
{
    private const int Kept = 10;

    private readonly LinkedList<Rejection> _newest = new();

    public long Count { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Rejection> Newest => [.. _newest];

    public void Add(Rejection rejection)
    {
        Count++;
        _newest.AddFirst(rejection);
        if (_newest.Count > Kept)
            _newest.Remove(_newest.Reverse().GroupBy(kept => (kept.Channel, kept.Reason)).MaxBy(alike => alike.Count())!.First());
    }

    /// <summary>Takes back what could not be told.</summary>
    public void AddOlder(RefusedMail older)
    {
        Count += older.Count;
        foreach (var rejection in older._newest.Take(Kept - _newest.Count))
            _newest.AddLast(rejection);
    }
}
