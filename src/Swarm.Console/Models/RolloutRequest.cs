using Swarm.Domain;
using Swarm.OperatorConsole.Http;

namespace Swarm.OperatorConsole.Models;

/// <summary>Asks for a version of a model to be run.</summary>
/// <param name="Version">One that was added, or <c>shipped</c>.</param>
/// <param name="Devices">Who runs it before the others; without it the whole fleet.</param>
internal sealed record RolloutRequest(string? Version = null, IReadOnlyList<DeviceId>? Devices = null)
{
    private const int MostDevices = 1000;

    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        if (Version is null)
            errors.Add("version", "is missing");
        else if (!Identifier.IsValid(Version))
            errors.Add("version", $"'{Problems.Quote(Version)}' is no version: 1 to 64 letters, digits, '-', '.', '_' or '~', not beginning with '_'");
        if (Devices is { Count: 0 or > MostDevices })
            errors.Add("devices", $"{Devices.Count} entries; 1 to {MostDevices} are expected, or no such field for the whole fleet");
        return errors;
    }
}
