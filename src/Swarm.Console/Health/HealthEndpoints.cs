using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Swarm.OperatorConsole.Sites;

namespace Swarm.OperatorConsole.Health;

/// <summary>For whoever restarts this process or sends traffic to it.</summary>
internal static partial class HealthEndpoints
{
    /// <summary>How long the site grain may take; probes commonly give up after a few seconds themselves.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new HealthAnswer("live")))
            .WithSummary("The process answers; asks nothing else");
        app.MapGet("/health/ready", ReadyAsync).Produces<HealthAnswer>().ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("The site's grains answer");
    }

    private static async Task<IResult> ReadyAsync(SiteGrains grains, TimeProvider time, ILogger<SiteGrains> log, CancellationToken cancellation)
    {
        try
        {
            await grains.Site.GetStops().WaitAsync(Patience, time, cancellation);
            return TypedResults.Ok(new HealthAnswer("ready"));
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogNotReady(log, e, grains.Name);
            return TypedResults.Problem($"The grain of site '{grains.Name}' does not answer: {e.Message}",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(EventName = "NotReady", Level = LogLevel.Warning, Message = "Not ready: the grain of site {Site} does not answer")]
    private static partial void LogNotReady(ILogger logger, Exception exception, string site);
}
