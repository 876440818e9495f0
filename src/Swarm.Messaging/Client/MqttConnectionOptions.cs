namespace Swarm.Messaging;

/// <summary>How an <see cref="MqttConnection"/> connects and what it does then.</summary>
public sealed class MqttConnectionOptions
{
    public required BrokerAddress Broker { get; init; }

    /// <summary>A second connection with the same id makes the broker cut off the first.</summary>
    public required string ClientId { get; init; }

    /// <summary>MQTT 3.1.1 instead of 5, for brokers that know no better. It has no session expiry and no receive maximum.</summary>
    public bool UseMqtt311 { get; init; }

    /// <summary>Whether the broker forgets what it kept for this client id.</summary>
    public bool CleanStart { get; init; } = true;

    /// <summary>How long the broker keeps subscriptions and unacknowledged messages after the connection is lost.</summary>
    public TimeSpan SessionExpiry { get; init; }

    /// <summary>Most unacknowledged messages that the broker may have under way to this client; 0 leaves it to the protocol (65,535).</summary>
    public int ReceiveMaximum { get; init; }

    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for an answer of the broker.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>First and longest wait between attempts to connect; each is drawn at random from the upper half of its length.</summary>
    public TimeSpan MinBackoff { get; init; } = TimeSpan.FromMilliseconds(250);

    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(10);

    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Asked before each attempt to connect.</summary>
    public Func<Announcement>? Announce { get; init; }

    /// <summary>Asked before each attempt to connect; while it says no, none is made.</summary>
    public Func<CancellationToken, ValueTask<bool>>? MayConnect { get; init; }

    /// <summary>
    /// Takes each message, one at a time, in the order of the broker. It must not wait for long, and must see that
    /// <see cref="IncomingMessage.AcknowledgeAsync"/> is called for each message that needs it, now or later.
    /// </summary>
    public Func<IncomingMessage, ValueTask>? OnMessage { get; init; }
}
