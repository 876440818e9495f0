using Swarm.Hosting;

namespace Swarm.EdgeSilo;

/// <summary>The one screen that says what runs, where, and what to try next.</summary>
internal static class Screen
{
    private const string StopSite = """{"scope":{}}""";

    public static string Describe(EdgeSiloOptions options, SiteFile site, string dataFolder, int devicesKnown, string? model)
    {
        var page = site.Page.ToString();
        var broker = new Uri(site.Broker);
        return $"""

            Swarm: edge site "{site.Site}" is up. Ctrl-C stops it.

              Page     {page}
              API      {page}api/devices  (all of it: {page}openapi/v1.json)
              MQTT     {site.Broker}  ({(options.Mqtt is null ? "embedded broker" : "external broker")}), topics swarm/v1/{site.Site}/DEVICE/CHANNEL
              Store    {Store(options.Store.Kind, site.Store)}
              Data     {dataFolder}
              Model    {model ?? "none for pictures; import one: swarm models import centernet"}{Central(options)}
              Keys     {Keys(options.ModelKeys.Count)}
              Devices  {Devices(options, devicesKnown)}{(options.Dashboard ? $"\n  Orleans  {page}dashboard" : "")}

            Try next:
              open {page}
              curl {page}api/devices
              mosquitto_sub -h {broker.Host} -p {broker.Port} -t 'swarm/v1/#' -v
              curl {page}api/stops -H 'Content-Type: application/json' -d '{StopSite}'   (stops the whole site)
              curl -X DELETE {page}api/stops/ID                                         (releases that stop)

            """;
    }

    private static string Central(EdgeSiloOptions options) => options.Central is { } central
        ? $"\n  Centre   {central.Name} at {central.Broker}{(central.SharePictures ? "; pictures may go there" : "; pictures stay here")}"
        : "";

    private static string Store(StoreKind kind, string store) => kind switch
    {
        StoreKind.Embedded => $"embedded (Garnet at {store}), kept in the data folder",
        StoreKind.Memory => "memory: everything is lost when this process ends",
        _ => store,
    };

    private static string Keys(int count) => count == 0
        ? "none: no model is taken from outside; see --model-key"
        : $"{count}, whose models are taken from outside";

    private static string Devices(EdgeSiloOptions options, int known) => (known, options.Demo) switch
    {
        (0, false) => "none yet; the site waits for hardware to connect (docs/protocol.md)",
        (_, true) => $"{known}, simulated in this process; they reach the site over MQTT alone",
        _ => $"{known} known",
    };
}
