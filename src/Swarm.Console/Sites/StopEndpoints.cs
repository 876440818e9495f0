using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Swarm.Domain;
using Swarm.OperatorConsole.Http;

namespace Swarm.OperatorConsole.Sites;

/// <summary>Latched stops: of a device, an area or the site, until released.</summary>
internal static class StopEndpoints
{
    public static void MapStops(this IEndpointRouteBuilder api)
    {
        var stops = api.MapGroup("/stops");
        stops.MapGet("/", async (SiteGrains grains) => TypedResults.Ok((await grains.Site.GetStops()).Stops))
            .WithSummary("The stops that are latched now");
        stops.MapPost("/", StopAsync)
            .Accepts<StopRequest>("application/json").Produces<Stop>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .WithSummary("Latches a stop; it is stored when this answers")
            .WithDescription("Scope: a device, an area, or {} for the whole site.");
        stops.MapDelete("/{id}", ReleaseAsync)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Releases a stop");
    }

    private static async Task<IResult> StopAsync(HttpRequest request, SiteGrains grains)
    {
        var (body, refusal) = await RequestBody.ReadAsync(request, ConsoleJson.Default.StopRequest);
        if (body is null)
            return refusal!;

        var errors = body.Check();
        if (body.Scope?.Device is { } device && !await grains.KnowsAsync(device))
            errors.Add("scope.device", $"site '{grains.Name}' knows no device '{device}'");
        if (errors.Any)
            return Problems.Invalid(errors.All);

        var stop = await grains.Site.Stop(body.Scope!, body.Reason);
        return TypedResults.Created($"/api/stops/{Uri.EscapeDataString(stop.Id)}", stop);
    }

    private static async Task<IResult> ReleaseAsync(string id, SiteGrains grains) =>
        await grains.Site.Release(id) ? TypedResults.NoContent() : Problems.NotFound($"No stop '{Problems.Quote(id)}' is latched.");
}
