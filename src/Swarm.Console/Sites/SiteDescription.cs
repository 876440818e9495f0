using Swarm.Domain;

namespace Swarm.OperatorConsole.Sites;

/// <summary>The site's frame, as its devices are told it, and its geometry.</summary>
internal sealed record SiteDescription(SiteId Site, GeoPoint Origin, double CellSize, int ProtocolVersion, SiteMap? Map);
