using HdrHistogram;

namespace Swarm.Benchmarks.Ingest;

/// <summary>Times from publish to grain and to hazard, by the time in the payload: publisher and site share the clock of the machine.</summary>
internal sealed class Stopwatches
{
    private static readonly long Longest = (long)TimeSpan.FromMinutes(2).TotalMicroseconds;

    private readonly LongConcurrentHistogram _toGrain = New();
    private readonly LongConcurrentHistogram _toHazard = New();

    public Quantiles? ToGrain => Quantiles.Of(_toGrain);

    public Quantiles? ToHazard => Quantiles.Of(_toHazard);

    public void NoteGrain(DateTimeOffset published, DateTimeOffset now) => Note(_toGrain, now - published);

    public void NoteHazard(DateTimeOffset published, DateTimeOffset now) => Note(_toHazard, now - published);

    public void Reset()
    {
        _toGrain.Reset();
        _toHazard.Reset();
    }

    private static LongConcurrentHistogram New() => new(1, Longest, 3);

    private static void Note(LongConcurrentHistogram times, TimeSpan time) => times.RecordValue(Math.Clamp((long)time.TotalMicroseconds, 1, Longest));
}
