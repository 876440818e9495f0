using System.CommandLine;
using Swarm.Domain;
using Swarm.EdgeSilo.Central;
using Swarm.Hosting;
using Swarm.Inference;
using Swarm.Messaging;

namespace Swarm.EdgeSilo.CommandLine;

/// <summary>The command line of the edge silo.</summary>
internal sealed class EdgeSiloCommand : RootCommand
{
    /// <summary>In metres; see docs/architecture.md for how a site is cut into cells.</summary>
    private const double DefaultCellSize = 100;

    /// <summary>Somewhere: a site that cares says where it is.</summary>
    private static readonly GeoPoint DefaultOrigin = new(52.52, 13.405);

    private readonly PlaceArguments _place = new(httpPort: 8080, mqttPort: 1883, dataFolder: ".swarm", modelSize: 512);

    private readonly Option<bool> _demo = new("--demo")
    {
        Description = "Run a simulated fleet against the site, over MQTT",
    };

    private readonly Option<string?> _camera = new("--camera")
    {
        Description = "With --demo: a camera that shows the JPEG files of a folder, with a small model on board; needs an imported model",
        HelpName = "DIR",
    };

    private readonly Option<SiteId> _site = new("--site")
    {
        Description = "Name of the site [default: demo with --demo, else site]",
        HelpName = "NAME",
        CustomParser = argument => OptionParsing.Parse(argument, SiteId.TryParse, PlaceArguments.NameHint, default(SiteId)),
    };

    private readonly Option<double> _cellSize = new("--cell-size")
    {
        Description = "Side of a perception cell in metres; 0 for one cell",
        HelpName = "METRES",
        DefaultValueFactory = _ => DefaultCellSize,
    };

    private readonly Option<GeoPoint> _origin = new("--origin")
    {
        Description = FormattableString.Invariant(
            $"WGS 84 position of the site frame's origin, in degrees [default: {DefaultOrigin.LatitudeDegrees},{DefaultOrigin.LongitudeDegrees}]"),
        HelpName = "LAT,LON",
        CustomParser = argument => OptionParsing.Parse(argument, Origin.TryParse, "write latitude and longitude in degrees, such as 52.52,13.405", DefaultOrigin),
    };

    private readonly Option<BrokerAddress?> _central = new("--central")
    {
        Description = "Broker of the centre that the site belongs to: mqtt[s]://[USER:PASSWORD@]HOST[:PORT]",
        HelpName = "URL",
        CustomParser = argument => OptionParsing.Parse(argument, BrokerAddress.TryParse, "write mqtt://HOST:PORT", default(BrokerAddress)),
    };

    private readonly Option<SiteId> _centralName = new("--central-name")
    {
        Description = "Name of that centre",
        HelpName = "NAME",
        DefaultValueFactory = _ => new SiteId("central"),
        CustomParser = argument => OptionParsing.Parse(argument, SiteId.TryParse, PlaceArguments.NameHint, default(SiteId)),
    };

    private readonly Option<bool> _sharePictures = new("--share-pictures")
    {
        Description = "Let pictures leave the site: the centre is asked where the site's own model is unsure",
    };

    private readonly Option<ModelKeys> _modelKeys = ModelKeyOption.Create();

    /// <param name="run">Runs a site until told to stop; returns the exit code.</param>
    public EdgeSiloCommand(Func<EdgeSiloOptions, Task<int>> run)
        : base("Runs an edge site of Swarm: device twins, shared perception, MQTT bridge and operators' page in one process.")
    {
        Option[] options = [_demo, _camera, _site, .. _place.Connections, _cellSize, _origin, _central, _centralName, _sharePictures, _modelKeys, .. _place.Diagnostics];
        foreach (var option in options) Add(option);
        _cellSize.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (0 or (>= 10 and <= 10_000)))
                result.AddError($"--cell-size {result.Tokens[0].Value}: a cell is 10 to 10000 metres wide, or 0 for one cell.");
        });
        Validators.Add(result =>
        {
            if (result.GetValue(_camera) is not null && !result.GetValue(_demo))
                result.AddError("--camera: it is a camera of the demo; add --demo.");
            if (result.GetValue(_sharePictures) && result.GetResult(_central) is null)
                result.AddError("--share-pictures: there is nobody to share them with; name a centre with --central URL.");
        });
        SetAction((result, _) => run(ToOptions(result)));
    }

    private EdgeSiloOptions ToOptions(ParseResult result)
    {
        var demo = result.GetValue(_demo);
        var site = result.GetResult(_site) is null ? new SiteId(demo ? "demo" : "site") : result.GetValue(_site);
        var origin = result.GetResult(_origin) is null ? DefaultOrigin : result.GetValue(_origin);
        var central = result.GetValue(_central) is { } broker
            ? new CentralOptions(broker, result.GetValue(_centralName), result.GetValue(_sharePictures))
            : null;
        return _place.Complete(
            new EdgeSiloOptions
            {
                Site = new SiteInfo(site, origin, result.GetValue(_cellSize)),
                Demo = demo,
                Camera = result.GetValue(_camera),
                Central = central,
                ModelKeys = result.GetValue(_modelKeys) ?? ModelKeys.None,
            },
            result);
    }
}
