using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Swarm.Domain;
using Swarm.EdgeSilo.Store;
using Swarm.Messaging;

namespace Swarm.EdgeSilo.CommandLine;

/// <summary>The command line of the edge silo.</summary>
internal sealed class EdgeSiloCommand : RootCommand
{
    /// <summary>In metres; see docs/architecture.md for how a site is cut into cells.</summary>
    private const double DefaultCellSize = 100;

    /// <summary>Somewhere: a site that cares says where it is.</summary>
    private static readonly GeoPoint DefaultOrigin = new(52.52, 13.405);

    private readonly Option<bool> _demo = new("--demo")
    {
        Description = "Run a simulated fleet against the site, over MQTT",
    };

    private readonly Option<SiteId> _site = new("--site")
    {
        Description = "Name of the site [default: demo with --demo, else site]",
        HelpName = "NAME",
        CustomParser = argument => Parse(argument, SiteId.TryParse, "a name is 1 to 64 letters, digits, '-', '.', '_' or '~', not beginning with '_'", default(SiteId)),
    };

    private readonly Option<int> _mqttPort = PortOption("--mqtt-port", "Port of the embedded broker on 127.0.0.1; 0 for any free one", 1883);

    private readonly Option<BrokerAddress?> _mqtt = new("--mqtt")
    {
        Description = "An external broker instead of the embedded one: mqtt[s]://[USER:PASSWORD@]HOST[:PORT]; overrides --mqtt-port",
        HelpName = "URL",
        CustomParser = argument => Parse(argument, BrokerAddress.TryParse, "write mqtt://HOST:PORT", default(BrokerAddress)),
    };

    private readonly Option<int> _httpPort = PortOption("--http-port", "Port of the page and the HTTP API; 0 for any free one", 8080);

    private readonly Option<IPAddress> _httpAddress = new("--http-address")
    {
        Description = "Address that the page and the HTTP API listen on; they know no users, so open them to a network that you trust alone",
        HelpName = "IP",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = argument => Parse(argument, IPAddress.TryParse, "write an IP address such as 0.0.0.0", IPAddress.None),
    };

    private readonly Option<StoreChoice> _store = new("--store")
    {
        Description = "Where state is kept: embedded (in the data folder), memory (lost at the end), or redis://HOST:PORT, which silos of one site can share",
        HelpName = "STORE",
        DefaultValueFactory = _ => StoreChoice.Embedded,
        CustomParser = argument => Parse(argument, StoreChoice.TryParse, "write embedded, memory or redis://HOST:PORT", StoreChoice.Embedded),
    };

    private readonly Option<string> _data = new("--data")
    {
        Description = "Data folder; each silo has its own",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".swarm",
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
        CustomParser = argument => Parse(argument, Origin.TryParse, "write latitude and longitude in degrees, such as 52.52,13.405", DefaultOrigin),
    };

    private readonly Option<bool> _dashboard = new("--dashboard")
    {
        Description = "Serve Orleans' dashboard under /dashboard",
    };

    private readonly Option<Uri?> _otlp = new("--otlp")
    {
        Description = "Send metrics and traces to an OpenTelemetry collector (gRPC), such as http://127.0.0.1:4317",
        HelpName = "URL",
        CustomParser = argument => Parse(argument, TryParseHttp, "write http://HOST:PORT", default(Uri)),
    };

    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Log what goes well, too",
    };

    /// <param name="run">Runs a site until told to stop; returns the exit code.</param>
    public EdgeSiloCommand(Func<EdgeSiloOptions, Task<int>> run)
        : base("Runs an edge site of Swarm: device twins, shared perception, MQTT bridge and operators' page in one process.")
    {
        Option[] options =
        [
            _demo, _site, _mqttPort, _mqtt, _httpPort, _httpAddress, _store, _data, _cellSize, _origin, _dashboard, _otlp, _verbose,
        ];
        foreach (var option in options) Add(option);
        _cellSize.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (0 or (>= 10 and <= 10_000)))
                result.AddError($"--cell-size {result.Tokens[0].Value}: a cell is 10 to 10000 metres wide, or 0 for one cell.");
        });
        SetAction((result, _) => run(ToOptions(result)));
    }

    private static Option<int> PortOption(string name, string description, int port)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "PORT", DefaultValueFactory = _ => port };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue)
                result.AddError($"{name} {result.Tokens[0].Value}: a port is 0 to {ushort.MaxValue}.");
        });
        return option;
    }

    private static T Parse<T>(ArgumentResult argument, TryParse<T> tryParse, string hint, T otherwise)
    {
        var text = argument.Tokens[0].Value;
        if (tryParse(text, out var value)) return value;
        argument.AddError($"{((OptionResult)argument.Parent!).Option.Name} {text}: {hint}.");
        return otherwise;
    }

    private static bool TryParseHttp(string text, [NotNullWhen(true)] out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && value.Scheme is "http" or "https";

    private EdgeSiloOptions ToOptions(ParseResult result)
    {
        var demo = result.GetValue(_demo);
        var site = result.GetResult(_site) is null ? new SiteId(demo ? "demo" : "site") : result.GetValue(_site);
        var origin = result.GetResult(_origin) is null ? DefaultOrigin : result.GetValue(_origin);
        return new EdgeSiloOptions
        {
            Site = new SiteInfo(site, origin, result.GetValue(_cellSize)),
            Demo = demo,
            HttpAddress = result.GetRequiredValue(_httpAddress),
            HttpPort = result.GetValue(_httpPort),
            MqttPort = result.GetValue(_mqttPort),
            Mqtt = result.GetValue(_mqtt),
            Store = result.GetRequiredValue(_store),
            DataFolder = result.GetRequiredValue(_data),
            Dashboard = result.GetValue(_dashboard),
            Otlp = result.GetValue(_otlp),
            Verbose = result.GetValue(_verbose),
        };
    }

    private delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);
}
