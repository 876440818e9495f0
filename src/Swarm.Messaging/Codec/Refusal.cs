namespace Swarm.Messaging;

/// <summary>Why a message is not taken.</summary>
/// <param name="Reason">One of <see cref="RefusalReason"/>: stable, to be counted and documented.</param>
/// <param name="Detail">Where in the message and what stands there, such as <c>objects[3].position.x is Infinity</c>.</param>
public sealed record Refusal(string Reason, string Detail);
