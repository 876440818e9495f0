using Microsoft.Extensions.Logging;
using MQTTnet.Protocol;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Cli;

/// <summary>Asks a broker what a site says of itself.</summary>
internal static class SiteInfoReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="SiteException">There is no connection to the broker, or no such site on it.</exception>
    public static async Task<SiteInfo> ReadAsync(BrokerAddress broker, SiteId site, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<SiteInfo>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new MqttConnectionOptions
        {
            Broker = broker,
            ClientId = $"swarm-cli-{Guid.NewGuid():N}",
            Subscriptions = [new Subscription(Topic.SiteInfo(site), MqttQualityOfServiceLevel.AtLeastOnce)],
            OnMessage = async message =>
            {
                if (ProtocolCodec.TryDecodeSiteInfo(message.Payload, out var info, out _))
                    found.TrySetResult(info);
                await message.AcknowledgeAsync(cancellationToken);
            },
        };
        await using var connection = new MqttConnection(options, TimeProvider.System, loggers.CreateLogger<MqttConnection>());
        connection.Start();
        try
        {
            return await found.Task.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new SiteException(
                connection.State == MqttConnectionState.Connected
                    ? $"the broker {broker} knows of no site {site}; is --site right, and has the site been started?"
                    : $"there is no connection to the broker {broker}; has the site been started?",
                exception);
        }
    }
}
