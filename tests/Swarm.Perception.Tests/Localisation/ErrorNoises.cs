namespace Swarm.Perception.Tests.Localisation;

/// <summary>Numbers noises, so that none is drawn twice.</summary>
internal sealed class ErrorNoises
{
    private int _next;

    public int Next() => _next++;
}
