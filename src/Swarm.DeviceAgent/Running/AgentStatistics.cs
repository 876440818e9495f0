using System.Globalization;
using System.Text.Json.Serialization;
using Swarm.Device;

namespace Swarm.DeviceAgent;

/// <summary>How the reflex's thread fared, since it was warm.</summary>
/// <param name="Late">Ticks whose verdict came only when the next was due, or later.</param>
/// <param name="Missed">Ticks without a verdict: 0.</param>
/// <param name="Stale">Ticks that found no frame, or one too old.</param>
/// <param name="Refused">Messages of the sensors that held no frame.</param>
/// <param name="P50">Microseconds from when a tick was due to its verdict; so the others.</param>
/// <param name="AllocatedBytes">By the reflex's thread: 0.</param>
internal sealed record AgentStatistics(
    long Ticks,
    long Late,
    long Missed,
    long Stale,
    long Refused,
    double P50,
    double P99,
    [property: JsonPropertyName("p99_9")] double P999,
    [property: JsonPropertyName("p99_99")] double P9999,
    double Max,
    long AllocatedBytes,
    bool Priority,
    bool MemoryLocked,
    long Sent,
    string Link)
{
    public static AgentStatistics Of(ReflexLoop loop, VerdictBoard board, IRangeSource ranges, RealTime realTime, SiteConnection? site) => new(
        loop.Ticks,
        loop.Late,
        board.Missed,
        loop.Stale,
        ranges.Refused,
        loop.Latency.Quantile(0.5),
        loop.Latency.Quantile(0.99),
        loop.Latency.Quantile(0.999),
        loop.Latency.Quantile(0.9999),
        loop.Latency.Max,
        loop.AllocatedBytes,
        realTime.Priority,
        realTime.MemoryLocked,
        site?.Sent ?? 0,
        site?.State ?? "none");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Ticks} ticks, {Late} late, {Missed} missed, {Stale} without a fresh frame, {Refused} frames refused; µs to the verdict: p50 {P50:F1}, p99 {P99:F1}, p99.9 {P999:F1}, p99.99 {P9999:F1}, max {Max:F1}; {AllocatedBytes} B allocated; site: {Link}");
}
