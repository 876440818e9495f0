using Swarm.Domain;

namespace Swarm.OperatorConsole;

/// <summary>The site that a console looks at.</summary>
internal sealed record ConsoleSite(SiteInfo Info, SiteMap? Map)
{
    public SiteId Id => Info.Site;
}
