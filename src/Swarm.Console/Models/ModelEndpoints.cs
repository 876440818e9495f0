using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Swarm.Grains;
using Swarm.OperatorConsole.Http;
using Swarm.OperatorConsole.Sites;

namespace Swarm.OperatorConsole.Models;

/// <summary>The models of the fleet: added, rolled out, rolled back.</summary>
internal static class ModelEndpoints
{
    /// <summary>Of a package; more does not go over MQTT, bytes.</summary>
    private const int MostBytes = 256 * 1024;

    public static void MapModels(this IEndpointRouteBuilder api)
    {
        var models = api.MapGroup("/models");
        models.MapGet("/", ListAsync).Produces<IReadOnlyList<ModelStatus>>()
            .WithSummary("Each model of the fleet: its versions, who is to run which, and who does");
        models.MapPost("/", AddAsync).Accepts<object>("application/json").Produces<ModelStatus>()
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Adds a version, as a signed package; it runs nowhere yet")
            .WithDescription("The file that `swarm models sign` writes. It is checked by the keys that the site trusts, loaded, and stored when this answers.");
        models.MapPost("/{name}/rollout", RollOutAsync).Accepts<RolloutRequest>("application/json").Produces<ModelStatus>()
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Has the fleet, or some of its devices first, run a version");
        models.MapPost("/{name}/rollback", RollBackAsync).Produces<ModelStatus>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Takes the last rollout back, for the whole fleet at once");
    }

    private static async Task<IResult> ListAsync(SiteGrains grains)
    {
        var devices = (await grains.View.Get()).Devices;
        return TypedResults.Ok<IReadOnlyList<ModelStatus>>([.. (await grains.Models.GetModels()).Select(shelf => ModelStatus.Of(shelf, devices))]);
    }

    private static async Task<IResult> AddAsync(HttpRequest request, SiteGrains grains)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > MostBytes
            ? TypedResults.Problem(
                $"The package is larger than {MostBytes} bytes, which go over MQTT; a larger model is a file where it runs.", statusCode: StatusCodes.Status413PayloadTooLarge)
            : await AnswerAsync(await grains.Models.Add(buffer[..length]), grains);
    }

    private static async Task<IResult> RollOutAsync(string name, HttpRequest request, SiteGrains grains)
    {
        var (body, refusal) = await RequestBody.ReadAsync(request, ConsoleJson.Default.RolloutRequest);
        if (body is null)
            return refusal!;

        var errors = body.Check();
        var known = await grains.Site.GetDevices();
        foreach (var device in body.Devices?.Except(known) ?? [])
            errors.Add("devices", $"site '{grains.Name}' knows no device '{device}'");
        return errors.Any ? Problems.Invalid(errors.All) : await AnswerAsync(await grains.Models.RollOut(name, body.Version!, body.Devices), grains);
    }

    private static async Task<IResult> RollBackAsync(string name, SiteGrains grains) => await AnswerAsync(await grains.Models.RollBack(name), grains);

    private static async Task<IResult> AnswerAsync(ModelAnswer answer, SiteGrains grains) => answer switch
    {
        { Shelf: { } shelf } => TypedResults.Ok(ModelStatus.Of(shelf, (await grains.View.Get()).Devices)),
        { Refused: "unknown-model" or "unknown-version" } => Problems.NotFound($"{answer.Refused}: {answer.Detail}"),
        { Refused: "version-taken" or "nothing-before" } => TypedResults.Problem($"{answer.Refused}: {answer.Detail}", statusCode: StatusCodes.Status409Conflict),
        _ => Problems.Invalid("package", $"{answer.Refused}: {answer.Detail}"),
    };
}
