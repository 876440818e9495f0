namespace Swarm.Grains;

/// <summary>Whether one part of a process serves.</summary>
/// <param name="Part">Such as <c>store</c>.</param>
/// <param name="Detail">Why, for people.</param>
public sealed record PartReadiness(string Part, bool Ready, string Detail);
