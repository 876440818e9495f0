using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>What is stored of a device.</summary>
[GenerateSerializer, Immutable, Alias("swarm.grains.DeviceRecord")]
internal sealed record DeviceRecord
{
    [Id(0)]
    public Connection Connection { get; init; } = new();

    [Id(1)]
    public Factsheet? Factsheet { get; init; }

    [Id(2)]
    public DeviceState? State { get; init; }

    [Id(3)]
    public DesiredState Desired { get; init; } = new(0);

    [Id(4)]
    public CommandBook Commands { get; init; } = CommandBook.Empty;
}
