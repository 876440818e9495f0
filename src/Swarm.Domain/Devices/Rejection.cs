namespace Swarm.Domain;

/// <summary>A message of a device that was refused, and why, for the operator.</summary>
/// <param name="Reason">Stable and countable, such as <c>not-finite</c>; its values are listed in <c>docs/protocol.md</c>.</param>
/// <param name="Detail">Where and what, such as <c>objects[3].position.x is not finite</c>.</param>
[GenerateSerializer, Immutable, Alias("swarm.Rejection")]
public sealed record Rejection(
    [property: Id(0)] DateTimeOffset Time,
    [property: Id(1)] string Channel,
    [property: Id(2)] string Reason,
    [property: Id(3)] string Detail);
