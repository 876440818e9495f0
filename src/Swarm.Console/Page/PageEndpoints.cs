using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Swarm.OperatorConsole.Page;

/// <summary>The operators' page.</summary>
internal static class PageEndpoints
{
    public static void MapPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http, EmbeddedPage page) => page.IsBuilt ? (IResult)Serve(http, page.Find("index.html")!) : Missing(page))
            .ExcludeFromDescription();
        app.MapGet("/page/{file}", (string file, HttpContext http, EmbeddedPage page) =>
                page.Find(file) is { } found ? (IResult)Serve(http, found) : TypedResults.NotFound())
            .ExcludeFromDescription();
    }

    private static FileContentHttpResult Serve(HttpContext http, PageFile file)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return TypedResults.Bytes(file.Content, file.ContentType, entityTag: EntityTagHeaderValue.Parse(file.ETag));
    }

    private static ContentHttpResult Missing(EmbeddedPage page) => TypedResults.Content($$"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Swarm: the page is not built</title>
        <style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark }</style>
        </head><body>
        <h1>The map page is missing</h1>
        <p>This program was built without it: {{WebUtility.HtmlEncode(page.MissingReason ?? "the build left no reason")}}</p>
        <p>The page is TypeScript and is bundled while building. Install Node.js 20 or newer with npm (on Debian and Ubuntu
        <code>apt install nodejs npm</code>, elsewhere from nodejs.org), then build again: <code>dotnet build</code>.</p>
        <p>Everything else runs: <a href="/api/site">/api/site</a>, <a href="/api/devices">/api/devices</a>, <a href="/api/tracks">/api/tracks</a>,
        <a href="/api/hazards">/api/hazards</a>, <a href="/api/stops">/api/stops</a>, <a href="/openapi/v1.json">/openapi/v1.json</a>.</p>
        </body></html>
        """, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
}
