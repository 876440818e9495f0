namespace Swarm.Cli;

/// <summary>Figure 1: requests answered while tiers fail.</summary>
/// <param name="Misses">Ticks without an answer at once, or without a final one by the deadline, or with one acted on that came later.</param>
/// <param name="Escalated">Requests that left the device.</param>
/// <param name="Improved">… and got a better answer in time.</param>
/// <param name="Late">Answers that came after their deadline and were kept for learning.</param>
/// <param name="Refused">Replies that could not be used.</param>
/// <param name="RetryMisses">The same ticks with a device that waits for its remote tier: up to five attempts, 3 s apart.</param>
/// <param name="WallP99Microseconds">What asking took in this process, p99: reflex, decision and sending, in real time.</param>
internal sealed record DeadlineFigures(
    int Ticks, int Misses, int Escalated, int Improved, int Late, int Refused, int RetryMisses, double WallP99Microseconds);
