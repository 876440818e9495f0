namespace Swarm.Benchmarks.Cells;

/// <summary>What the ticks of one cell took.</summary>
/// <param name="Objects">That no device is.</param>
/// <param name="Reach">Of the sensors, metres.</param>
/// <param name="Delay">Most that a frame was under way, milliseconds.</param>
/// <param name="ObjectsPerFrame">That a device detected, other devices among them.</param>
/// <param name="Tick">Of the grain from begin to end, milliseconds; others on the machine are in it.</param>
/// <param name="Between">Processor milliseconds of the tracker from one tick to the next, for frames that have settled; the same frames on one thread.</param>
/// <param name="Core">Of tracker and hazards in the tick, likewise.</param>
internal sealed record CellRow(
    int Devices, int Objects, double Reach, double Delay, double ObjectsPerFrame, int Tracks, TickTimes Tick, TickTimes Between, TickTimes Core);
