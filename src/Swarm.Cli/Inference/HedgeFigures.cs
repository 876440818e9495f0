namespace Swarm.Cli;

/// <summary>Figure 3: what a second request is worth.</summary>
/// <param name="AloneMilliseconds">p99.9 of the answers of one tier.</param>
/// <param name="HedgedMilliseconds">p99.9 with a second tier asked where the first has not answered by its p95.</param>
/// <param name="Ratio">How many times lower.</param>
/// <param name="ExtraRequests">Second requests for each first one.</param>
internal sealed record HedgeFigures(
    int Requests, double AloneMedian, double AloneMilliseconds, double HedgedMilliseconds, double Ratio, double ExtraRequests);
