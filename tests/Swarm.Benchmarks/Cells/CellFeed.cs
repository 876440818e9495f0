using Swarm.Domain;

namespace Swarm.Benchmarks.Cells;

/// <summary>
/// The frames of a scene in the order in which they arrive: each device has ten a second, the devices evenly one after another, each frame under way for
/// a random time.
/// </summary>
internal sealed class CellFeed
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly Random _random = new(2);
    private readonly CellScene _scene;
    private readonly DateTimeOffset _start;
    private readonly TimeSpan _delay;
    private readonly PriorityQueue<(int Device, DateTimeOffset Time, long Sequence), DateTimeOffset> _underWay = new();
    private long _made;

    /// <param name="delay">Most that a frame is under way.</param>
    public CellFeed(CellScene scene, DateTimeOffset start, TimeSpan delay) => (_scene, _start, _delay) = (scene, start, delay);

    public long Frames { get; private set; }

    public long Objects { get; private set; }

    /// <summary>When the next frame arrives.</summary>
    public DateTimeOffset Next
    {
        get
        {
            Fill();
            return Peek();
        }
    }

    /// <summary>The next frame to arrive, and where its device was then.</summary>
    public (DeviceMotion Device, Observation Frame) Take()
    {
        Fill();
        var (device, time, sequence) = _underWay.Dequeue();
        var frame = _scene.Frame(device, time, sequence);
        (Frames, Objects) = (Frames + 1, Objects + frame.Objects.Count);
        return (_scene.Motion(device, time), frame);
    }

    private DateTimeOffset Peek() => _underWay.TryPeek(out _, out var arrival) ? arrival : TimeOf(_made);

    private DateTimeOffset TimeOf(long frame) => _start + (Interval * ((double)frame / _scene.Devices));

    /// <summary>Sends off all that may arrive before what is first under way.</summary>
    private void Fill()
    {
        while (_underWay.Count == 0 || TimeOf(_made) <= Peek())
        {
            var time = TimeOf(_made);
            _underWay.Enqueue(((int)(_made % _scene.Devices), time, _made / _scene.Devices), time + (_delay * _random.NextDouble()));
            _made++;
        }
    }
}
