using Swarm.Inference;

namespace Swarm.Device;

/// <summary>How a <see cref="ReflexLoop"/> runs.</summary>
public sealed record ReflexLoopOptions
{
    public required Reflex Reflex { get; init; }

    public required IBrake Brake { get; init; }

    public required ITickClock Clock { get; init; }

    /// <summary>From one tick to the next.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>A frame older than this is none: the verdict is a stop.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Ticks before the loop counts as warm, and what it takes and allocates is counted.</summary>
    public int WarmUpTicks { get; init; } = 500;
}
