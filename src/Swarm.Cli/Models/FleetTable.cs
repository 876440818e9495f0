using System.Globalization;
using Spectre.Console;

namespace Swarm.Cli;

/// <summary>The models of a fleet: what each device is to run and does.</summary>
internal static class FleetTable
{
    public static Table Of(IReadOnlyList<FleetModel> models)
    {
        var table = new Table().AddColumns("model", "fleet", "before", "versions kept", "devices that run it", "in shadow", "refused");
        foreach (var model in models)
        {
            table.AddRow(
                Markup.Escape(model.Name),
                Markup.Escape(model.Ahead.Count == 0 ? model.Fleet : $"{model.Fleet} ({model.Ahead.Count} devices ahead)"),
                Markup.Escape(model.Before ?? "-"),
                Markup.Escape(string.Join(", ", model.Versions.Select(version => version.Version))),
                Markup.Escape(Counts(model.Devices.Values.GroupBy(report => report.Version).Select(group => (group.Key, group.Count())))),
                Markup.Escape(Counts(model.Devices.Values.Where(report => report.Candidate is not null).GroupBy(report => report.Candidate!).Select(group => (group.Key, group.Count())))),
                Markup.Escape(string.Join("; ", model.Devices.Where(device => device.Value.Refused is not null).Select(device => $"{device.Key} {device.Value.Refused}: {device.Value.Reason}"))));
        }

        return table;
    }

    private static string Counts(IEnumerable<(string Version, int Count)> counts) =>
        string.Join(", ", counts.OrderBy(count => count.Version, StringComparer.Ordinal).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Version}: {count.Count}")));
}
