using Swarm.Domain;
using Swarm.OperatorConsole.Http;

namespace Swarm.OperatorConsole.Devices;

/// <summary>Asks a device to do something now. Stops are latched for the site and go to <c>/api/stops</c>.</summary>
/// <param name="MaxSpeed">Metres per second.</param>
/// <param name="ValidForSeconds">How long the limit holds, from now.</param>
internal sealed record CommandRequest(CommandKind? Kind = null, double? MaxSpeed = null, double? ValidForSeconds = null, string? Reason = null)
{
    /// <summary>Metres per second; faster than any device that this is for.</summary>
    public const double HighestSpeed = 100;

    private const double LongestValidity = 86_400;

    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        if (Kind != CommandKind.LimitSpeed)
            errors.Add("kind", Kind is null ? "is missing: limitSpeed" : $"'{Kind}' is not a command here: limitSpeed is; /api/stops stops and releases");
        if (MaxSpeed is null)
            errors.Add("maxSpeed", "is missing: metres per second");
        if (ValidForSeconds is null)
            errors.Add("validForSeconds", "is missing: how long the limit holds");
        errors.Range("maxSpeed", MaxSpeed, 0, HighestSpeed, "m/s");
        errors.Range("validForSeconds", ValidForSeconds, 0.1, LongestValidity, "s");
        errors.Length("reason", Reason, 200);
        return errors;
    }
}
