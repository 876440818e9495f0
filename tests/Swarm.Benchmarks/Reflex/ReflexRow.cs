using System.Text.Json.Serialization;

namespace Swarm.Benchmarks.Reflex;

/// <summary>How the reflex fared in one run of the agent.</summary>
/// <param name="Priority">Whether it had SCHED_FIFO and its memory locked.</param>
/// <param name="Late">Ticks whose verdict came only when the next was due, or later.</param>
/// <param name="DeadlineMisses">Ticks without a verdict.</param>
/// <param name="P50">Microseconds from when a tick was due to its verdict; so the others.</param>
/// <param name="AllocatedBytes">By the reflex's thread after its warm-up.</param>
/// <param name="Link">State of the link to the site in the end.</param>
internal sealed record ReflexRow(
    ReflexScenario Scenario,
    bool Priority,
    long Ticks,
    long DeadlineMisses,
    long Late,
    double P50,
    double P99,
    [property: JsonPropertyName("p99_9")] double P999,
    [property: JsonPropertyName("p99_99")] double P9999,
    double Max,
    long AllocatedBytes,
    string Link);
