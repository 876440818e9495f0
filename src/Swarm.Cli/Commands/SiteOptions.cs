using System.CommandLine;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Cli;

/// <summary>The options that say which site a recording is played through, and how fast.</summary>
internal sealed class SiteOptions
{
    /// <summary>What an edge silo calls its site unless told otherwise.</summary>
    public const string DefaultSite = "site";

    private readonly Option<string?> _mqtt = new("--mqtt")
    {
        Description = "Play through the running site whose broker is at this address, at real speed. "
            + "Without it, a site of its own runs in this process for as long as the replay takes.",
        HelpName = "mqtt://host:port",
    };

    private readonly Option<string> _site = new("--site")
    {
        Description = "The site's name (that of an edge silo with --demo is demo).",
        DefaultValueFactory = _ => DefaultSite,
    };

    private readonly Option<double?> _speed = new("--speed")
    {
        Description = "How many times faster than it was recorded at most, 0.1 to 20; slower where this machine does not keep up. "
            + "Only without --mqtt. Default 10.",
    };

    public IEnumerable<Option> All => [_mqtt, _site, _speed];

    /// <exception cref="UsageException">The options do not fit together.</exception>
    public SiteChoice Read(ParseResult result)
    {
        var site = ParseSite(result.GetRequiredValue(_site));
        var speed = result.GetValue(_speed);
        if (speed is < 0.1 or > 20 or double.NaN)
            throw new UsageException($"--speed {speed}: 0.1 to 20 expected");
        if (result.GetValue(_mqtt) is not { } address)
            return new SiteChoice(site, Broker: null, speed ?? SiteChoice.DefaultSpeed);
        var broker = ParseBroker(address);
        if (speed is not null and not 1)
        {
            throw new UsageException(
                $"--speed {speed} cannot go with --mqtt: the running site's clock is real, so what a replay says must come at real speed. "
                + "Leave --mqtt out to play faster through a site in this process");
        }

        return new SiteChoice(site, broker, Speed: 1);
    }

    /// <exception cref="UsageException">It is no name of a site.</exception>
    public static SiteId ParseSite(string text) =>
        SiteId.TryParse(text, out var site)
            ? site
            : throw new UsageException($"--site {text}: a name is 1 to 64 letters, digits, '-', '.', '_' or '~', not beginning with '_'");

    /// <exception cref="UsageException">It is no address of a broker.</exception>
    public static BrokerAddress ParseBroker(string text) =>
        BrokerAddress.TryParse(text, out var broker)
            ? broker
            : throw new UsageException($"--mqtt {text}: mqtt://host:port or mqtts://user:password@host:port expected");
}
