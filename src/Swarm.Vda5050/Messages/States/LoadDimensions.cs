namespace Swarm.Vda5050;

/// <summary>Metres along, across and up the vehicle.</summary>
public sealed record LoadDimensions
{
    public required double Length { get; init; }

    public required double Width { get; init; }

    public double? Height { get; init; }
}
