namespace Swarm.Vda5050;

/// <summary>Fleet control's answers to what a vehicle asks for in its state (topic <c>responses</c>; 3.0: 7.5).</summary>
public sealed record ResponsesMessage : VdaMessage
{
    public required IReadOnlyList<Response> Responses { get; init; }
}
