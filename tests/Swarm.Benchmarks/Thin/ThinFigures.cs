namespace Swarm.Benchmarks.Thin;

/// <summary>What thin devices saw of their site. Times in milliseconds from sending a scan to having its verdict.</summary>
/// <param name="AnsweredInTime">Share of the scans whose verdict came while it still held, within 300 ms.</param>
internal sealed record ThinFigures(
    int Devices, long Scans, double AnsweredInTime, double P50, double P99, double P999, double Max, double SiteMicrosecondsPerScan = 0, double SiteCores = 0);
