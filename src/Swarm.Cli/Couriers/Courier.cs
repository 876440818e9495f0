using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>A recorded courier as a device of the site.</summary>
internal sealed class Courier(DeviceId id, CourierMotion motion, ReplayDevice device)
{
    public DeviceId Id => id;

    public ReplayDevice Device => device;

    /// <summary>Of the newest state sent in the replay, or null before the first.</summary>
    public DateTimeOffset? LastSent { get; private set; }

    /// <summary>Instants at which the recording has a hole.</summary>
    public long Silent { get; private set; }

    /// <summary>Says that the courier stands where its trace begins.</summary>
    public DeviceState FirstState(DateTimeOffset time) => motion.First(time);

    /// <summary>Sends where the courier is at an instant of its trace, unless there is a hole or the trace has ended.</summary>
    public void Send(TimeSpan elapsed, DateTimeOffset time)
    {
        if (motion.At(elapsed, time) is not { } state)
        {
            Silent++;
            return;
        }

        device.Send(state);
        LastSent = time;
    }
}
