using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Device;

/// <summary>Who a <see cref="DeviceLink"/> speaks for and where its site's broker is.</summary>
public sealed class DeviceLinkOptions
{
    /// <summary>Most messages that wait to be sent; beyond, the oldest is dropped, as it says least about now.</summary>
    public const int MaxWaiting = 64;

    public required BrokerAddress Broker { get; init; }

    public required SiteId Site { get; init; }

    public required DeviceId Device { get; init; }

    /// <summary>Told to the site on every connect.</summary>
    public required Factsheet Factsheet { get; init; }

    /// <summary>
    /// Takes each message of the site as it arrives, on the link's thread; its result, if any, is sent. <see cref="SiteLink.Receive"/> fits; who
    /// must keep the command gate's state writes it here, before the acknowledgement goes out.
    /// </summary>
    public required Func<DownlinkMessage, UplinkMessage?> Receive { get; init; }

    /// <summary>MQTT 3.1.1 instead of 5.</summary>
    public bool UseMqtt311 { get; init; }

    /// <summary>Between two requests for the site's time.</summary>
    public TimeSpan TimeRequestPeriod { get; init; } = TimeSpan.FromSeconds(10);
}
