using Swarm.Domain;
using Swarm.OperatorConsole.Http;

namespace Swarm.OperatorConsole.Sites;

/// <summary>Asks for a latched stop. The scope must be written, as <c>{}</c> for the whole site: nothing left out stops everything.</summary>
internal sealed record StopRequest(StopScope? Scope = null, string? Reason = null)
{
    /// <summary>Metres; larger than any site.</summary>
    private const double LargestRadius = 100_000;

    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        if (Scope is null)
            errors.Add("scope", "is missing: {\"device\": id}, {\"area\": {\"centre\": {\"x\", \"y\"}, \"radius\"}}, or {} for the whole site");
        if (Scope is { Device: { } device, Area: not null })
            errors.Add("scope", $"device '{device}' and an area: one or the other");
        if (Scope?.Area is { } area)
        {
            errors.Range("scope.area.radius", area.Radius, 0.1, LargestRadius, "m");
            errors.Range("scope.area.centre.x", area.Centre.X, -LargestRadius, LargestRadius, "m");
            errors.Range("scope.area.centre.y", area.Centre.Y, -LargestRadius, LargestRadius, "m");
        }

        errors.Length("reason", Reason, 200);
        return errors;
    }
}
