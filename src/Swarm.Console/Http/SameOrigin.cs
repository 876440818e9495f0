using System.Net;
using Microsoft.AspNetCore.Http;

namespace Swarm.OperatorConsole.Http;

/// <summary>
/// Keeps other web sites that an operator has open from changing anything here: the console has no log-in, so a browser on its
/// machine is all that such a page needs. Programs that are no browsers send none of these headers and are let through.
/// </summary>
internal static class SameOrigin
{
    public static ValueTask<object?> RefuseCrossSite(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || Refusal(request) is not { } reason
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.Problem(reason, statusCode: StatusCodes.Status403Forbidden));
    }

    private static string? Refusal(HttpRequest request)
    {
        // Fetch Metadata (W3C): set by the browser itself. "same-site" is refused too: another port of localhost is that.
        var fetchSite = request.Headers["Sec-Fetch-Site"].ToString();
        if (fetchSite is not ("" or "same-origin" or "none"))
            return $"Sec-Fetch-Site '{Problems.Quote(fetchSite)}': only the console's own page may change anything.";

        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == Authority(request, from.Scheme)))
            return $"Origin '{Problems.Quote(origin)}' is not this console.";

        // A name that was made to point at this machine (DNS rebinding) is of the same origin to the browser.
        return origin.Length > 0 && request.HttpContext.Connection.LocalIpAddress is { } local && IPAddress.IsLoopback(local)
            && !IsLocalName(request.Host.Host)
                ? $"Host '{Problems.Quote(request.Host.Host)}' is not a name of this machine's loopback address."
                : null;
    }

    private static string Authority(HttpRequest request, string scheme) =>
        Uri.TryCreate($"{scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : "";

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host, out _);
}
