using Swarm.Hosting;

namespace Swarm.EdgeSilo;

/// <summary>What the command line asked for.</summary>
internal sealed record EdgeSiloOptions : PlaceOptions
{
    /// <summary>Whether a simulated fleet runs too.</summary>
    public bool Demo { get; init; }
}
