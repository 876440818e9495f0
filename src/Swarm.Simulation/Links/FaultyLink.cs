namespace Swarm.Simulation;

/// <summary>One direction of a link with faults; repeatable for the same seed and the same calls. Not thread-safe.</summary>
public sealed class FaultyLink<T>
{
    private readonly LinkFaults _faults;
    private readonly Dice _dice;
    private readonly Queue<(T Message, DateTimeOffset At)> _underWay = new();
    private DateTimeOffset _last;
    private DateTimeOffset? _cut;

    public FaultyLink(LinkFaults faults, ulong seed) => (_faults, _dice) = (faults, new(seed));

    /// <summary>Sends a message off. During a cut one that may be lost is lost, any other waits for the cut's end.</summary>
    /// <param name="mayBeLost">As with MQTT QoS 0.</param>
    public void Send(T message, DateTimeOffset now, bool mayBeLost)
    {
        var cutUntil = CutAt(now);
        if (mayBeLost && (cutUntil > now || _dice.Chance(_faults.Loss)))
            return;
        var at = (cutUntil > now ? cutUntil : now) + _faults.Delay + (-Math.Log(1 - _dice.Uniform()) * _faults.Jitter);
        _last = at > _last ? at : _last;
        _underWay.Enqueue((message, _last));
    }

    /// <summary>Takes the messages that have arrived by now, in order.</summary>
    public IEnumerable<T> Receive(DateTimeOffset now)
    {
        while (_underWay.TryPeek(out var next) && next.At <= now)
            yield return _underWay.Dequeue().Message;
    }

    /// <summary>The end of the cut that this moment lies in, or this moment.</summary>
    private DateTimeOffset CutAt(DateTimeOffset now)
    {
        if (_faults.CutEvery <= TimeSpan.Zero)
            return now;
        _cut ??= now + Pause();
        while (_cut.Value + _faults.CutFor <= now)
            _cut += _faults.CutFor + Pause();
        return _cut.Value <= now ? _cut.Value + _faults.CutFor : now;
    }

    private TimeSpan Pause() => _dice.Uniform(0.5, 1.5) * _faults.CutEvery;
}
