using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Swarm.OperatorConsole.Http;

/// <summary>Refusals as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class Problems
{
    private const int LongestQuote = 80;

    /// <summary>400: each field with what is wrong with its value.</summary>
    public static ProblemHttpResult Invalid(IDictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors)
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "The request is not valid.",
            Detail = string.Join("; ", errors.Select(error => $"{error.Key}: {string.Join(", ", error.Value)}")),
        });

    public static ProblemHttpResult Invalid(string field, string error) => Invalid(new Dictionary<string, string[]> { [field] = [error] });

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult NoDevice(string id, string site) =>
        NotFound($"Site '{site}' knows no device '{Quote(id)}'; PUT /api/devices/{{id}} registers one.");

    /// <summary>Says what was asked for where the framework refused it, which gives a status alone.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        var (problem, request) = (context.ProblemDetails, context.HttpContext.Request);
        var asked = $"{Quote(request.Method)} {Quote(request.Path)}";
        problem.Detail ??= problem.Status switch
        {
            StatusCodes.Status404NotFound => $"Nothing is at {Quote(request.Path)}; /openapi/v1.json lists what there is.",
            StatusCodes.Status405MethodNotAllowed => $"{asked} is not possible; allowed: {context.HttpContext.Response.Headers.Allow}.",
            StatusCodes.Status415UnsupportedMediaType =>
                $"{asked} takes application/json, not '{Quote(request.ContentType ?? "")}'.",
            _ => null,
        };
    }

    /// <summary>Text out of a request, short enough to be said back.</summary>
    public static string Quote(string text) => text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, LongestQuote), "…");
}
