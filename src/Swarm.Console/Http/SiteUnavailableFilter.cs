using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Swarm.OperatorConsole.Http;

/// <summary>Answers 503 where the grains cannot be reached, and logs why.</summary>
internal sealed partial class SiteUnavailableFilter(ILogger<SiteUnavailableFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            LogUnavailable(e, context.HttpContext.Request.Method, context.HttpContext.Request.Path);
            return TypedResults.Problem($"The site's grains do not answer: {e.Message}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(EventName = "SiteUnavailable", Level = LogLevel.Warning, Message = "{Method} {Path} was refused: the grains do not answer")]
    private partial void LogUnavailable(Exception exception, string method, string path);
}
