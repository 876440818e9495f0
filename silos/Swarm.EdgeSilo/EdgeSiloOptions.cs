using Swarm.EdgeSilo.Central;
using Swarm.Hosting;
using Swarm.Inference;

namespace Swarm.EdgeSilo;

/// <summary>What the command line asked for.</summary>
internal sealed record EdgeSiloOptions : PlaceOptions
{
    /// <summary>Whether a simulated fleet runs too.</summary>
    public bool Demo { get; init; }

    /// <summary>A folder of JPEG files that a camera of the demo shows, or null for none.</summary>
    public string? Camera { get; init; }

    /// <summary>The centre that the site belongs to, or null for none.</summary>
    public CentralOptions? Central { get; init; }

    /// <summary>Whose models from outside this site, and its simulated fleet, run; without a key nobody's.</summary>
    public ModelKeys ModelKeys { get; init; } = ModelKeys.None;
}
