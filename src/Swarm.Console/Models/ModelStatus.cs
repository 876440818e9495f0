using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Models;

/// <summary>A model of the fleet: which versions there are, who is to run which, and who does.</summary>
/// <param name="Fleet">The version that the fleet is to run.</param>
/// <param name="Before">What rolling back would bring, if nobody is ahead of the fleet; null where there is nothing before.</param>
/// <param name="Ahead">Which devices are to run another version than the fleet.</param>
/// <param name="Devices">What each device reports; one that was never told of the model is not there.</param>
internal sealed record ModelStatus(
    string Name,
    string Fleet,
    string? Before,
    IReadOnlyList<ModelEntry> Versions,
    IReadOnlyDictionary<string, string> Ahead,
    IReadOnlyDictionary<string, ModelReport> Devices)
{
    public static ModelStatus Of(ModelShelf shelf, IReadOnlyList<DeviceSummary> devices) => new(
        shelf.Name,
        shelf.Fleet.Version,
        shelf.History.Count > 1 ? shelf.History[^2].Version : null,
        shelf.Versions,
        shelf.Ahead.ToDictionary(entry => entry.Key.Value, entry => entry.Value.Version),
        devices
            .Select(device => (Id: device.Id.Value, Report: device.Models?.GetValueOrDefault(shelf.Name)))
            .Where(device => device.Report is not null)
            .ToDictionary(device => device.Id, device => device.Report!));
}
