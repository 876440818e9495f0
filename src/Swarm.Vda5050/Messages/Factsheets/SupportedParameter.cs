namespace Swarm.Vda5050;

/// <summary>A parameter of an action.</summary>
public sealed record SupportedParameter
{
    public required string Key { get; init; }

    public required ParameterType ValueDataType { get; init; }

    public string? Description { get; init; }

    public bool? IsOptional { get; init; }
}
