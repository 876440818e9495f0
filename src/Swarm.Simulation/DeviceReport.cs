using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Something that a device sends.</summary>
public readonly record struct DeviceReport(SimulatedDevice Device, UplinkMessage Message);
