using System.CommandLine;
using System.Net;
using Swarm.Messaging;

namespace Swarm.Hosting;

/// <summary>The options that every place has.</summary>
/// <param name="httpPort">Where it listens unless told otherwise.</param>
/// <param name="mqttPort">Where its embedded broker listens unless told otherwise.</param>
/// <param name="dataFolder">Its data folder unless told otherwise.</param>
/// <param name="modelSize">Of the pictures that its detector looks at unless told otherwise, pixels; 0 for the largest.</param>
public sealed class PlaceArguments(int httpPort, int mqttPort, string dataFolder, int modelSize)
{
    /// <summary>Of a site id.</summary>
    public const string NameHint = "a name is 1 to 64 letters, digits, '-', '.', '_' or '~', not beginning with '_'";

    private readonly Option<int> _mqttPort =
        OptionParsing.Port("--mqtt-port", "Port of the embedded broker on 127.0.0.1; 0 for any free one", mqttPort);

    private readonly Option<BrokerAddress?> _mqtt = new("--mqtt")
    {
        Description = "An external broker instead of the embedded one: mqtt[s]://[USER:PASSWORD@]HOST[:PORT]; overrides --mqtt-port",
        HelpName = "URL",
        CustomParser = argument => OptionParsing.Parse(argument, BrokerAddress.TryParse, "write mqtt://HOST:PORT", default(BrokerAddress)),
    };

    private readonly Option<int> _httpPort = OptionParsing.Port("--http-port", "Port of the page and the HTTP API; 0 for any free one", httpPort);

    private readonly Option<IPAddress> _httpAddress = new("--http-address")
    {
        Description = "Address that the page and the HTTP API listen on; they know no users, so open them to a network that you trust alone",
        HelpName = "IP",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = argument => OptionParsing.Parse(argument, IPAddress.TryParse, "write an IP address such as 0.0.0.0", IPAddress.None),
    };

    private readonly Option<StoreChoice> _store = new("--store")
    {
        Description = "Where state is kept: embedded (in the data folder), memory (lost at the end), or redis://HOST:PORT, which silos of one place can share",
        HelpName = "STORE",
        DefaultValueFactory = _ => StoreChoice.Embedded,
        CustomParser = argument => OptionParsing.Parse(argument, StoreChoice.TryParse, "write embedded, memory or redis://HOST:PORT", StoreChoice.Embedded),
    };

    private readonly Option<string> _data = new("--data")
    {
        Description = "Data folder; each silo has its own",
        HelpName = "DIR",
        DefaultValueFactory = _ => dataFolder,
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Manifest of a detector of objects in pictures [default: models/centernet.json in the data folder, if imported]",
        HelpName = "FILE",
    };

    private readonly Option<int> _modelSize = new("--model-size")
    {
        Description = "Side of the pictures that the detector looks at, in pixels; 0 for the largest that it knows",
        HelpName = "PIXELS",
        DefaultValueFactory = _ => modelSize,
    };

    private readonly Option<bool> _dashboard = new("--dashboard")
    {
        Description = "Serve Orleans' dashboard under /dashboard",
    };

    private readonly Option<Uri?> _otlp = new("--otlp")
    {
        Description = "Send metrics and traces to an OpenTelemetry collector (gRPC), such as http://127.0.0.1:4317",
        HelpName = "URL",
        CustomParser = argument => OptionParsing.Parse(argument, OptionParsing.TryParseHttp, "write http://HOST:PORT", default(Uri)),
    };

    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Log what goes well, too",
    };

    /// <summary>Those that come first in the help.</summary>
    public IReadOnlyList<Option> Connections => [_mqttPort, _mqtt, _httpPort, _httpAddress, _store, _data, _model, _modelSize];

    /// <summary>Those that come last.</summary>
    public IReadOnlyList<Option> Diagnostics => [_dashboard, _otlp, _verbose];

    /// <param name="options">Of the program, with what only it has.</param>
    public T Complete<T>(T options, ParseResult result)
        where T : PlaceOptions => options with
        {
            HttpAddress = result.GetRequiredValue(_httpAddress),
            HttpPort = result.GetValue(_httpPort),
            MqttPort = result.GetValue(_mqttPort),
            Mqtt = result.GetValue(_mqtt),
            Store = result.GetRequiredValue(_store),
            DataFolder = result.GetRequiredValue(_data),
            Model = result.GetValue(_model),
            ModelSize = result.GetValue(_modelSize),
            Dashboard = result.GetValue(_dashboard),
            Otlp = result.GetValue(_otlp),
            Verbose = result.GetValue(_verbose),
        };
}
