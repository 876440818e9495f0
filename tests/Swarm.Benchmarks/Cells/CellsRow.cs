namespace Swarm.Benchmarks.Cells;

/// <summary>What a silo makes of many devices spread over cells when it is given as much as it can do.</summary>
/// <param name="Cores">That the process may use.</param>
/// <param name="Frames">Of detections taken, each with a state of the device.</param>
/// <param name="CpuSeconds">Of the process, the making of the frames included.</param>
internal sealed record CellsRow(int Cores, int Devices, int Cells, long Frames, double Seconds, double CpuSeconds)
{
    public double FramesPerSecond => Frames / Seconds;

    public double FramesPerCpuSecond => Frames / CpuSeconds;

    /// <summary>Devices with ten frames a second each that this is enough for.</summary>
    public double DevicesServed => FramesPerSecond / 10;
}
