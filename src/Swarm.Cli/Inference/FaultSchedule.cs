using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary>What goes wrong in the run of figure 1: ten phases of equal length.</summary>
internal sealed class FaultSchedule(TimeSpan length)
{
    private static readonly Fault[] Phases =
    [
        Fault.None, Fault.SiteBlackHoled, Fault.SiteKilled, Fault.CentreDown, Fault.AllBlackHoled, Fault.Garbage, Fault.OldReplies, Fault.ClockTomorrow,
        Fault.Slow, Fault.None,
    ];

    internal enum Fault
    {
        None,
        SiteBlackHoled,
        SiteKilled,
        CentreDown,
        AllBlackHoled,
        Garbage,
        OldReplies,
        ClockTomorrow,
        Slow,
    }

    public Fault At(TimeSpan now) => Phases[Math.Clamp((int)(now / length * Phases.Length), 0, Phases.Length - 1)];

    /// <summary>How long a tier takes that usually takes <paramref name="usual"/>; null for never.</summary>
    public TimeSpan? Delay(TierKind tier, TimeSpan usual, TimeSpan now) => At(now) switch
    {
        Fault.AllBlackHoled => null,
        Fault.SiteBlackHoled when tier == TierKind.Site => null,
        Fault.Slow => 50 * usual,
        _ => usual,
    };

    /// <summary>What becomes of a right reply.</summary>
    /// <exception cref="IOException">The tier is gone.</exception>
    public TierReply<double> Spoil(TierKind tier, TierReply<double> reply, TierReply<double>? old, TimeSpan now) => At(now) switch
    {
        Fault.SiteKilled when tier == TierKind.Site => throw new IOException("connection reset"),
        Fault.CentreDown when tier == TierKind.Central => throw new IOException("no route"),
        Fault.Garbage => reply with { Output = double.NaN, Confidence = 7 },
        Fault.OldReplies => old ?? reply with { CallId = reply.CallId + 1 },
        Fault.ClockTomorrow => reply with { AnsweredAt = reply.AnsweredAt.AddDays(1) },
        _ => reply,
    };

    /// <summary>Whether a device that asks the site alone would get an answer.</summary>
    public bool AnswersAtSite(TimeSpan now) => At(now) is Fault.None or Fault.CentreDown or Fault.Slow;
}
