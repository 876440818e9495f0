namespace Swarm.Vda5050;

/// <summary>An optional field that the vehicle takes.</summary>
public sealed record OptionalParameter
{
    /// <summary>Full name, such as <c>order.nodes.nodePosition.allowedDeviationTheta</c>.</summary>
    public required string Parameter { get; init; }

    public required ParameterSupport Support { get; init; }

    public string? Description { get; init; }
}
