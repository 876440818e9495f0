namespace Swarm.OperatorConsole.Health;

internal sealed record HealthAnswer(string Status);
