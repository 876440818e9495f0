using System.CommandLine;
using Swarm.Domain;
using Swarm.Hosting;

namespace Swarm.CentralSilo;

/// <summary>The command line of the centre.</summary>
internal sealed class CentralSiloCommand : RootCommand
{
    private readonly PlaceArguments _place = new(httpPort: 8090, mqttPort: 1893, dataFolder: ".swarm-central", modelSize: 0);

    private readonly Option<SiteId> _name = new("--name")
    {
        Description = "Name of the centre: sites speak to it on swarm/v1/NAME/SITE/…",
        HelpName = "NAME",
        DefaultValueFactory = _ => new SiteId("central"),
        CustomParser = argument => OptionParsing.Parse(argument, SiteId.TryParse, PlaceArguments.NameHint, default(SiteId)),
    };

    /// <param name="run">Runs the centre until told to stop; returns the exit code.</param>
    public CentralSiloCommand(Func<PlaceOptions, Task<int>> run)
        : base("Runs the centre of a Swarm: to it, each site is a device. It answers what sites ask of its larger models.")
    {
        Option[] options = [_name, .. _place.Connections, .. _place.Diagnostics];
        foreach (var option in options) Add(option);
        SetAction((result, _) => run(ToOptions(result)));
    }

    /// <summary>Sites have frames of their own; that of the centre means nothing, and is all one cell.</summary>
    private PlaceOptions ToOptions(ParseResult result) =>
        _place.Complete(new PlaceOptions { Site = new SiteInfo(result.GetValue(_name), new GeoPoint(0, 0), CellSize: 0) }, result);
}
