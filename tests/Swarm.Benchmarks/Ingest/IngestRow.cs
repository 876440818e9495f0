namespace Swarm.Benchmarks.Ingest;

/// <summary>The figures of one phase.</summary>
/// <param name="Subject"><c>site</c>, or <c>floor</c>: the same broker and bytes into a handler that only parses.</param>
/// <param name="Phase"><c>saturation</c>, or at an even pace: <c>half load</c> or one that was asked for.</param>
/// <param name="Published">Messages that publishers wrote to the broker.</param>
/// <param name="Handled">Messages that the grains took, or that the floor parsed.</param>
/// <param name="Dropped">Messages that the bridge dropped; what is missing beyond them was dropped by the broker or is still on the way.</param>
/// <param name="CpuMicroseconds">Of this process for each message handled: the embedded broker, the bridge, the grains.</param>
/// <param name="BrokerCpuMicroseconds">Of mosquitto for each message handled.</param>
/// <param name="PublisherCpuMicroseconds">Of the publishers for each message published.</param>
/// <param name="BytesAllocated">In this process for each message handled.</param>
/// <param name="Cores">That all these processes kept busy.</param>
/// <param name="ToGrain">From publish until the grain has taken the message (or the floor has parsed it).</param>
/// <param name="ToHazard">From publish of detections until the first hazard list that could take account of them is sent.</param>
internal sealed record IngestRow(
    BrokerKind Broker,
    string Subject,
    string Phase,
    double Seconds,
    long Published,
    long Handled,
    long Dropped,
    double CpuMicroseconds,
    double BrokerCpuMicroseconds,
    double PublisherCpuMicroseconds,
    double BytesAllocated,
    double Cores,
    Quantiles? ToGrain,
    Quantiles? ToHazard)
{
    public double HandledPerSecond => Handled / Seconds;

    public double PublishedPerSecond => Published / Seconds;

    /// <summary>Messages handled for each second of processor time of all processes: what does not change when others use the machine too.</summary>
    public double HandledPerCpuSecond => Handled / (Cores * Seconds);
}
