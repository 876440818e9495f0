using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>
/// When a device is told its hazards: at every tick while it has any, when they end, and otherwise every second, so that silence means that the
/// site is lost.
/// </summary>
internal sealed class HazardSchedule
{
    /// <summary>A tick less than the second that the protocol promises, so that a late tick does not break the promise.</summary>
    public static readonly TimeSpan EmptyEvery = TimeSpan.FromMilliseconds(900);

    private DateTimeOffset? _sent;
    private bool _hadAny;

    public bool IsDue(IReadOnlyList<Hazard> hazards, DateTimeOffset now) =>
        hazards.Count > 0 || _hadAny || _sent is not { } sent || now - sent >= EmptyEvery;

    /// <summary>The hazards are on their way.</summary>
    public void Note(IReadOnlyList<Hazard> hazards, DateTimeOffset now) => (_sent, _hadAny) = (now, hazards.Count > 0);
}
