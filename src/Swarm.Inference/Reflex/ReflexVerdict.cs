namespace Swarm.Inference;

/// <summary>The reflex's answer. The default is a stop.</summary>
/// <param name="Speed">The most, metres per second; 0 for a stop.</param>
/// <param name="Limit">What the stopping distance alone would allow, metres per second; never below <paramref name="Speed"/>.</param>
/// <param name="Asked">What the net alone would allow, metres per second; full speed where there is no net.</param>
/// <param name="Sector">Whose range decided, by <see cref="SectorRanges"/>, or -1 where none did.</param>
public readonly record struct ReflexVerdict(ReflexAction Action, double Speed, ReflexReason Reason, double Limit = 0, double Asked = 0, int Sector = -1)
{
    /// <summary>The safe answer.</summary>
    public static ReflexVerdict Stop(ReflexReason reason, int sector = -1) => new(ReflexAction.Stop, 0, reason, Sector: sector);
}
