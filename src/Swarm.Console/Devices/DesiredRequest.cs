using System.Globalization;
using Swarm.OperatorConsole.Http;

namespace Swarm.OperatorConsole.Devices;

/// <summary>Asks for a new desired state; what is left out is wanted no longer.</summary>
/// <param name="MaxSpeed">Metres per second.</param>
internal sealed record DesiredRequest(double? MaxSpeed = null, IReadOnlyDictionary<string, string>? Properties = null)
{
    private const int MostProperties = 64;

    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Range("maxSpeed", MaxSpeed, 0, CommandRequest.HighestSpeed, "m/s");
        if (Properties?.Count > MostProperties)
            errors.Add("properties", string.Create(CultureInfo.InvariantCulture, $"{Properties.Count} entries; {MostProperties} is the most"));
        foreach (var (name, value) in Properties ?? new Dictionary<string, string>())
        {
            if (value is null)
                errors.Add($"properties.{Problems.Quote(name)}", "null is not a string");
            errors.Length($"properties.{Problems.Quote(name)}", name, 64);
            errors.Length($"properties.{Problems.Quote(name)}", value, 256);
        }

        return errors;
    }
}
