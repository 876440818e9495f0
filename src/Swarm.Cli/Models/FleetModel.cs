using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>What a site answers of a model.</summary>
internal sealed record FleetModel(
    string Name,
    string Fleet,
    string? Before,
    IReadOnlyList<FleetVersion> Versions,
    IReadOnlyDictionary<string, string> Ahead,
    IReadOnlyDictionary<string, ModelReport> Devices);
