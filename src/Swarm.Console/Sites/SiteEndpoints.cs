using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Sites;

/// <summary>The site as a whole, and what is seen in it.</summary>
internal static class SiteEndpoints
{
    public static void MapSite(this IEndpointRouteBuilder api)
    {
        api.MapGet("/site", (ConsoleSite site) =>
                TypedResults.Ok(new SiteDescription(site.Id, site.Info.Origin, site.Info.CellSize, site.Info.ProtocolVersion, site.Map)))
            .WithSummary("The site's frame and its geometry");

        api.MapGet("/tracks", async (SiteGrains grains) => TypedResults.Ok<IReadOnlyList<Track>>((await grains.View.Get()).Tracks))
            .WithSummary("Fused tracks with covariance, and who sees each");

        api.MapGet("/hazards", async (SiteGrains grains) => TypedResults.Ok<IReadOnlyList<DeviceHazards>>((await grains.View.Get()).Hazards))
            .WithSummary("The hazards of each device");
    }
}
