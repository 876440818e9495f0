namespace Swarm.Vda5050;

/// <summary>An action that a zone asks for; the vehicle gives it an id.</summary>
public sealed record ZoneAction
{
    public required string ActionType { get; init; }

    public string? ActionDescriptor { get; init; }

    public required BlockingType BlockingType { get; init; }

    public IReadOnlyList<ActionParameter>? ActionParameters { get; init; }

    public bool? Retriable { get; init; }
}
