using Swarm.Inference;

namespace Swarm.Device;

/// <summary>
/// The reflex in time: at every tick it takes the newest frame and puts the verdict on the brake. It waits on nothing but the clock, shares nothing but snapshots, and
/// allocates nothing. No tick is left out: where one is overrun, those that were due meanwhile follow at once, each with a verdict, and are counted as late.
/// </summary>
public sealed class ReflexLoop
{
    private readonly ReflexLoopOptions _options;
    private readonly TripleBuffer<ReflexFrame> _frames = new();
    private readonly long _period;
    private readonly long _staleAfter;
    private double _siteSpeed = double.PositiveInfinity;
    private long _ticks;
    private long _late;
    private long _stale;
    private long _allocated;
    private int _stopping;

    /// <exception cref="ArgumentOutOfRangeException">The period or the age is not above 0, or the warm-up is below 0.</exception>
    public ReflexLoop(ReflexLoopOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Period, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.StaleAfter, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(options.WarmUpTicks);
        (_options, _period, _staleAfter) = (options, Nanoseconds(options.Period), Nanoseconds(options.StaleAfter));
    }

    /// <summary>From the moment that a tick was due to the verdict being on the brake, since the loop was warm.</summary>
    public TickHistogram Latency { get; } = new();

    /// <summary>Ticks, each with a verdict, since the loop was warm.</summary>
    public long Ticks => Volatile.Read(ref _ticks);

    /// <summary>Of them, those whose verdict came only when the next was due, or later.</summary>
    public long Late => Volatile.Read(ref _late);

    /// <summary>Of them, those that found no frame, or one too old.</summary>
    public long Stale => Volatile.Read(ref _stale);

    /// <summary>Bytes that the loop's thread allocated since the loop was warm: 0.</summary>
    public long AllocatedBytes => Volatile.Read(ref _allocated);

    /// <summary>Metres per second that the site allows; infinity where it says nothing. May be set from any thread.</summary>
    public double SiteSpeed
    {
        get => Volatile.Read(ref _siteSpeed);
        set => Volatile.Write(ref _siteSpeed, value);
    }

    /// <summary>Leaves what the sensors say for the next tick. From one thread at a time.</summary>
    public void Post(in ReflexFrame frame) => _frames.Write(frame);

    /// <summary>Ends <see cref="Run"/> after the tick at hand. From any thread.</summary>
    public void Stop() => Volatile.Write(ref _stopping, 1);

    /// <summary>Runs on the caller's thread until <see cref="Stop"/>.</summary>
    public void Run()
    {
        var clock = _options.Clock;
        var due = clock.Now + _period;
        var allocated = 0L;
        for (var tick = -(long)_options.WarmUpTicks; Volatile.Read(ref _stopping) == 0; tick++, due += _period)
        {
            if (tick == 0)
            {
                // Also touches its memory, which may not have been there yet.
                Latency.Clear();
                allocated = GC.GetAllocatedBytesForCurrentThread();
            }

            clock.SleepUntil(due);
            var stale = Step(tick + _options.WarmUpTicks, clock.Now);
            var took = clock.Now - due;
            var spent = GC.GetAllocatedBytesForCurrentThread();
            if (tick < 0)
                continue;
            Latency.Note(took);
            if (took >= _period)
                Volatile.Write(ref _late, _late + 1);
            if (stale)
                Volatile.Write(ref _stale, _stale + 1);
            Volatile.Write(ref _allocated, spent - allocated);
            Volatile.Write(ref _ticks, tick + 1);
        }
    }

    private bool Step(long tick, long now)
    {
        ref readonly var frame = ref _frames.Read();
        var stale = frame.Timestamp == 0 || now - frame.Timestamp > _staleAfter;
        var verdict = stale ? ReflexVerdict.Stop(ReflexReason.InputStale) : _options.Reflex.Step(frame.Input);
        var site = SiteSpeed;
        // What is not a number allows nothing.
        _options.Brake.Apply(tick, verdict, site >= verdict.Speed ? verdict.Speed : Math.Max(0, double.IsNaN(site) ? 0 : site));
        return stale;
    }

    private static long Nanoseconds(TimeSpan span) => checked(span.Ticks * (1_000_000_000 / TimeSpan.TicksPerSecond));
}
