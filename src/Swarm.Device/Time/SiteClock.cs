using Swarm.Domain;

namespace Swarm.Device;

/// <summary>
/// Estimates site time from <see cref="TimeRequest"/> and <see cref="TimeReply"/>. Of the samples of the last minute, the one with the
/// shortest round trip counts (the clock filter of RFC 5905, section 10). Not thread-safe.
/// </summary>
public sealed class SiteClock(TimeProvider time)
{
    /// <summary>How long a sample may be used.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    /// <summary>Longest round trip of a usable sample: it may be wrong by half of this, which is as much as an expiry can bear.</summary>
    public static readonly TimeSpan LongestRoundTrip = TimeSpan.FromSeconds(2);

    private const int MostSamples = 8;

    private readonly List<(TimeEstimate Estimate, long At)> _samples = [];

    /// <summary>The best fresh sample, or null when there is none.</summary>
    public TimeEstimate? Estimate
    {
        get
        {
            TimeEstimate? best = null;
            foreach (var (estimate, at) in _samples)
                if (time.GetElapsedTime(at) <= Freshness && (best is null || estimate.RoundTrip < best.Value.RoundTrip))
                    best = estimate;
            return best;
        }
    }

    /// <summary>Site time now, or null without a fresh estimate.</summary>
    public DateTimeOffset? Now => Estimate is { } estimate ? time.GetUtcNow() + estimate.Offset : null;

    /// <summary>Takes an answer that arrives now. False when its times contradict each other or it was too long on the way.</summary>
    public bool Take(TimeReply reply)
    {
        var arrived = time.GetUtcNow();
        var roundTrip = arrived - reply.Sent - (reply.Replied - reply.Received);
        if (reply.Replied < reply.Received || roundTrip < TimeSpan.Zero || roundTrip > LongestRoundTrip)
            return false;

        var offset = (reply.Received - reply.Sent + (reply.Replied - arrived)) / 2;
        if (_samples.Count == MostSamples)
            _samples.RemoveAt(0);
        _samples.Add((new(offset, roundTrip), time.GetTimestamp()));
        return true;
    }
}
