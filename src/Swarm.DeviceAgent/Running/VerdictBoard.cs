using Swarm.Device;
using Swarm.Inference;

namespace Swarm.DeviceAgent;

/// <summary>Where the reflex writes what is to be done, for whoever drives the machine and for the site.</summary>
internal sealed class VerdictBoard : IBrake
{
    private readonly Snapshot<Order> _order = new();
    private long _next;
    private long _missed;

    public Order Latest => _order.Read();

    /// <summary>Ticks that were left out or came twice: 0.</summary>
    public long Missed => Volatile.Read(ref _missed);

    public void Apply(long tick, in ReflexVerdict verdict, double speed)
    {
        if (tick != _next)
            Volatile.Write(ref _missed, _missed + Math.Abs(tick - _next));
        _next = tick + 1;
        _order.Write(new(tick, verdict, speed));
    }

    /// <param name="Speed">Metres per second that are allowed.</param>
    internal readonly record struct Order(long Tick, ReflexVerdict Verdict, double Speed);
}
