using Swarm.Grains;

namespace Swarm.OperatorConsole.Health;

/// <param name="Parts">What was looked at; null where nothing was.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyList<PartReadiness>? Parts = null);
