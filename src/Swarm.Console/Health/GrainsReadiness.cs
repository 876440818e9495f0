using Swarm.Grains;
using Swarm.OperatorConsole.Sites;

namespace Swarm.OperatorConsole.Health;

/// <summary>Whether the site's grains answer.</summary>
internal sealed class GrainsReadiness(SiteGrains grains) : IReadiness
{
    public async Task<PartReadiness> CheckAsync(CancellationToken cancellationToken)
    {
        await grains.Site.GetStops().WaitAsync(cancellationToken);
        return new("grains", true, $"the grain of site '{grains.Name}' answers");
    }
}
