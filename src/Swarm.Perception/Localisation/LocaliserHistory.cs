namespace Swarm.Perception;

/// <summary>
/// What happened to a localiser within its lag, in the order of time, each step with the state after it. A step that comes late is put
/// where it belongs, and those after it are worked out again. Of equal times, the one that came first is first. The ring is allocated
/// once; when it is full, the oldest step is forgotten before its time.
/// </summary>
internal sealed class LocaliserHistory(LocaliserOptions options)
{
    private const int Capacity = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly (LocaliserStep Step, LocaliserState After)[] _ring = new (LocaliserStep, LocaliserState)[Capacity];
    private readonly double _gate = Gaussian2.ChiSquareQuantile(options.GateProbability);
    private readonly TimeSpan _lag = options.Lag < Longest ? options.Lag : Longest;
    private LocaliserState _before;
    private int _first;
    private int _count;

    public LocaliserState Newest => _count == 0 ? _before : this[_count - 1].After;

    private ref (LocaliserStep Step, LocaliserState After) this[int index] => ref _ring[(_first + index) % Capacity];

    public void Reset(in LocaliserState state) => (_before, _first, _count) = (state, 0, 0);

    /// <summary>Whether a step of that time can still be put where it belongs.</summary>
    public bool Reaches(DateTimeOffset time) => time >= _before.Estimate.Time && time >= Newest.Estimate.Time - _lag;

    /// <summary>Whether it does, and that time is no further ahead than it may be.</summary>
    public bool ReachesSoon(DateTimeOffset time) => Reaches(time) && time <= Newest.Estimate.Time + options.MaxLead;

    /// <summary>The state at a time, which <see cref="Reaches"/>; what happened at that time included.</summary>
    public LocaliserState At(DateTimeOffset time) => Before(PlaceOf(time)).At(time, options.Odometry);

    /// <summary>Puts a step where it belongs, which <see cref="Reaches"/>; returns what it did there and the state after it.</summary>
    public (LocaliserState After, SightingOutcome Outcome) Insert(in LocaliserStep step)
    {
        Forget();
        var place = PlaceOf(step.Time);
        for (var i = _count; i > place; i--)
            this[i] = this[i - 1];
        _count++;

        var (after, outcome) = step.Apply(Before(place), options, _gate);
        this[place] = (step, after);
        for (var i = place + 1; i < _count; i++)
        {
            ref var later = ref this[i];
            later.After = later.Step.Apply(Before(i), options, _gate).State;
        }

        return (after, outcome);
    }

    private LocaliserState Before(int index) => index == 0 ? _before : this[index - 1].After;

    /// <summary>The index of the first step after that time.</summary>
    private int PlaceOf(DateTimeOffset time)
    {
        var place = _count;
        while (place > 0 && this[place - 1].Step.Time > time)
            place--;
        return place;
    }

    private void Forget()
    {
        while (_count == Capacity || (_count > 0 && this[0].Step.Time < Newest.Estimate.Time - _lag))
        {
            _before = this[0].After;
            _first = (_first + 1) % Capacity;
            _count--;
        }
    }
}
