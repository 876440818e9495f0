using Swarm.Inference;

namespace Swarm.Device;

/// <summary>What the sensors say at one moment.</summary>
/// <param name="timestamp">Of <see cref="ITickClock"/>, nanoseconds; 0 for no frame at all.</param>
public readonly struct ReflexFrame(in ReflexInput input, long timestamp)
{
    internal readonly ReflexInput Input = input;

    /// <summary>When they were taken.</summary>
    public long Timestamp { get; } = timestamp;
}
