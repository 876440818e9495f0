using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Swarm.OperatorConsole.Health;

/// <summary>For whoever restarts this process (<c>live</c>) or sends traffic to it (<c>ready</c>).</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new HealthAnswer("live")))
            .WithSummary("The process answers; asks nothing else");
        app.MapGet("/health/ready", ReadyAsync).Produces<HealthAnswer>().ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("The site is served: its grains and its store answer, and the broker is connected");
    }

    private static async Task<IResult> ReadyAsync(ReadinessDesk desk, CancellationToken cancellation)
    {
        var parts = await desk.CheckAsync(cancellation);
        if (parts.All(part => part.Ready))
            return TypedResults.Ok(new HealthAnswer("ready", parts));

        return TypedResults.Problem(new ProblemDetails
        {
            Status = StatusCodes.Status503ServiceUnavailable,
            Title = "Not ready.",
            Detail = string.Join("; ", parts.Where(part => !part.Ready).Select(part => $"{part.Part}: {part.Detail}")),
            Extensions = { ["parts"] = parts },
        });
    }
}
