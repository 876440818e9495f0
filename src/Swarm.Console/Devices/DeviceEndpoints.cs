using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.OperatorConsole.Http;
using Swarm.OperatorConsole.Sites;

namespace Swarm.OperatorConsole.Devices;

/// <summary>The devices of the site and their twins.</summary>
internal static class DeviceEndpoints
{
    public static void MapDevices(this IEndpointRouteBuilder api)
    {
        var devices = api.MapGroup("/devices");
        devices.MapGet("/", async (SiteGrains grains) => TypedResults.Ok((await grains.View.Get()).Devices))
            .WithSummary("Every device that the site knows");

        var device = devices.MapGroup("/{id}").ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound);
        device.MapGet("/", GetAsync).Produces<DeviceTwin>()
            .WithSummary("The whole twin, with rejections, commands and hazards");
        device.MapPut("/", RegisterAsync).Produces<DeviceTwin>().Produces<DeviceTwin>(StatusCodes.Status201Created)
            .WithSummary("Registers a device: it is kept until removed");
        device.MapDelete("/", RemoveAsync).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Forgets a device and all its state");
        device.MapPut("/desired", SetDesiredAsync).Accepts<DesiredRequest>("application/json").Produces<DesiredState>()
            .WithSummary("Sets what the device shall hold to until told otherwise");
        device.MapPost("/commands", CommandAsync)
            .Accepts<CommandRequest>("application/json").Produces<DeviceCommand>(StatusCodes.Status202Accepted)
            .WithSummary("Commands the device; its answer appears among the twin's commands");
    }

    private static async Task<IResult> GetAsync(string id, SiteGrains grains)
    {
        var (device, refusal) = await FindAsync(id, grains);
        return device is null ? refusal! : TypedResults.Ok(await device.GetTwin());
    }

    private static async Task<IResult> RegisterAsync(string id, SiteGrains grains)
    {
        if (!DeviceId.TryParse(id, out var parsed))
            return InvalidId(id);

        var known = await grains.KnowsAsync(parsed);
        await grains.Site.Register([parsed]);
        var device = grains.Device(parsed);
        // One that never said anything reports nothing by itself; the operator who registered it wants to see it listed.
        await grains.View.ReportDevice(await device.GetSummary());
        var twin = await device.GetTwin();
        return known ? TypedResults.Ok(twin) : TypedResults.Created($"/api/devices/{parsed}", twin);
    }

    private static async Task<IResult> RemoveAsync(string id, SiteGrains grains) =>
        !DeviceId.TryParse(id, out var parsed) ? InvalidId(id)
        : await grains.Site.Remove(parsed) ? TypedResults.NoContent()
        : Problems.NoDevice(id, grains.Name);

    private static async Task<IResult> SetDesiredAsync(string id, HttpRequest request, SiteGrains grains)
    {
        var (device, unknown) = await FindAsync(id, grains);
        if (device is null)
            return unknown!;

        var (body, refusal) = await RequestBody.ReadAsync(request, ConsoleJson.Default.DesiredRequest);
        if (body is null)
            return refusal!;

        var errors = body.Check();
        return errors.Any ? Problems.Invalid(errors.All) : TypedResults.Ok(await device.SetDesired(body.MaxSpeed, body.Properties));
    }

    private static async Task<IResult> CommandAsync(string id, HttpRequest request, SiteGrains grains)
    {
        var (device, unknown) = await FindAsync(id, grains);
        if (device is null)
            return unknown!;

        var (body, refusal) = await RequestBody.ReadAsync(request, ConsoleJson.Default.CommandRequest);
        if (body is null)
            return refusal!;

        var errors = body.Check();
        if (errors.Any)
            return Problems.Invalid(errors.All);

        var command = await device.LimitSpeed(body.MaxSpeed!.Value, TimeSpan.FromSeconds(body.ValidForSeconds!.Value), body.Reason);
        return TypedResults.Accepted($"/api/devices/{id}", command);
    }

    private static async Task<(IDeviceGrain? Device, ProblemHttpResult? Refusal)> FindAsync(string id, SiteGrains grains) =>
        !DeviceId.TryParse(id, out var parsed) ? (null, InvalidId(id))
        : await grains.KnowsAsync(parsed) ? (grains.Device(parsed), null)
        : (null, Problems.NoDevice(id, grains.Name));

    private static ProblemHttpResult InvalidId(string id) => Problems.Invalid("id",
        $"'{Problems.Quote(id)}' is no device id: 1 to {Identifier.MaxLength} letters, digits, '-', '.', '_' or '~', not beginning with '_'");
}
