using System.Collections.Concurrent;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Swarm.Messaging;

/// <summary>
/// Who has subscribed to what: devices by the exact topic of a downlink channel, so that a message finds its one session without a
/// walk over all, and everybody else (<i>watchers</i>: wildcards, uplink channels) in a list that is short.
/// </summary>
/// <remarks>
/// A client may come back before the end of its old session is told, so every call carries the identity of the session that it is about.
/// </remarks>
internal sealed class SubscriptionIndex
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Subscriber[]> _direct = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Client> _clients = new(StringComparer.Ordinal);
    private volatile Watcher[] _watchers = [];

    /// <summary>A client is there with this session; what it had subscribed to in another one is void.</summary>
    public void Begin(string clientId, object session)
    {
        lock (_gate)
        {
            if (_clients.TryGetValue(clientId, out var client) && ReferenceEquals(client.Session, session))
                return;

            DropAll(clientId);
            _clients[clientId] = new Client(session, new HashSet<string>(StringComparer.Ordinal));
        }
    }

    public void Add(string clientId, object session, string filter, MqttQualityOfServiceLevel qos, MqttSessionStatus delivery)
    {
        lock (_gate)
        {
            if (!_clients.TryGetValue(clientId, out var client) || !ReferenceEquals(client.Session, session))
                return;

            Drop(clientId, filter);
            client.Filters.Add(filter);
            if (IsDirect(filter))
                _direct[filter] = [.. Direct(filter), new Subscriber(clientId, delivery, qos)];
            else
                _watchers = [.. _watchers, new Watcher(clientId, filter)];
        }
    }

    public void Remove(string clientId, object session, string filter)
    {
        lock (_gate)
        {
            if (_clients.TryGetValue(clientId, out var client) && ReferenceEquals(client.Session, session) && client.Filters.Remove(filter))
                Drop(clientId, filter);
        }
    }

    public void End(string clientId, object session)
    {
        lock (_gate)
        {
            if (_clients.TryGetValue(clientId, out var client) && ReferenceEquals(client.Session, session))
                DropAll(clientId);
        }
    }

    public bool IsWatched(string topic)
    {
        foreach (var watcher in _watchers)
        {
            if (MqttTopicFilterComparer.Compare(topic, watcher.Filter) == MqttTopicFilterCompareResult.IsMatch)
                return true;
        }

        return false;
    }

    public Subscriber[] Direct(string topic) => _direct.TryGetValue(topic, out var subscribers) ? subscribers : [];

    private static bool IsDirect(string filter) => Topic.TryParse(filter, out var parts) && !parts.Channel.Info().IsUplink;

    private void DropAll(string clientId)
    {
        if (!_clients.Remove(clientId, out var client))
            return;

        foreach (var filter in client.Filters)
            Drop(clientId, filter);
    }

    private void Drop(string clientId, string filter)
    {
        if (!IsDirect(filter))
        {
            _watchers = [.. _watchers.Where(watcher => watcher.ClientId != clientId || watcher.Filter != filter)];
            return;
        }

        var rest = Direct(filter).Where(subscriber => subscriber.ClientId != clientId).ToArray();
        if (rest.Length > 0)
            _direct[filter] = rest;
        else
            _direct.TryRemove(filter, out _);
    }

    public sealed record Subscriber(string ClientId, MqttSessionStatus Session, MqttQualityOfServiceLevel Qos);

    private sealed record Watcher(string ClientId, string Filter);

    private sealed record Client(object Session, HashSet<string> Filters);
}
