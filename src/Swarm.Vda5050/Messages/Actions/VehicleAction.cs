namespace Swarm.Vda5050;

/// <summary>An action of a node, of an edge or of its own (an instant action). 3.0: 7.3.</summary>
public sealed record VehicleAction
{
    public required string ActionType { get; init; }

    /// <summary>Unique for all time: the vehicle answers under this name.</summary>
    public required string ActionId { get; init; }

    public string? ActionDescriptor { get; init; }

    public required BlockingType BlockingType { get; init; }

    public IReadOnlyList<ActionParameter>? ActionParameters { get; init; }

    /// <summary>Whether a failure may be tried again (3.0).</summary>
    public bool? Retriable { get; init; }

    /// <summary>The text of a parameter, or null where there is none or it is no text.</summary>
    public string? Text(string key) => ActionParameters?.FirstOrDefault(parameter => parameter.Key == key)?.Text;
}
