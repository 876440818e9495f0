using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Swarm.Messaging;

/// <summary>
/// One connection to a broker, from connect to its end. Each has an MQTT client of its own: packet ids begin again with each
/// connection, so that an acknowledgement that comes late must never reach the next one.
/// </summary>
internal sealed class MqttLink : IAsyncDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MqttConnectionOptions _options;
    private readonly TimeProvider _time;

    private MqttLink(MqttConnectionOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _client.DisconnectedAsync += lost =>
        {
            _ended.TrySetResult(lost.ReasonString is { Length: > 0 } said ? $"{lost.Reason}: {said}" : $"{lost.Reason} {lost.Exception?.Message}".TrimEnd());
            return Task.CompletedTask;
        };
        if (options.OnMessage is { } handler)
        {
            _client.ApplicationMessageReceivedAsync += received =>
            {
                received.AutoAcknowledge = false;
                return handler(new IncomingMessage(received, this)).AsTask();
            };
        }
    }

    /// <summary>Completes with the cause when the connection has ended.</summary>
    public Task<string> Ended => _ended.Task;

    /// <summary>
    /// From the moment that messages can arrive, which is before the library calls itself connected: a broker sends what it kept for the
    /// session right behind its answer.
    /// </summary>
    public bool IsUp => !_ended.Task.IsCompleted;

    /// <summary>Connects and subscribes.</summary>
    /// <exception cref="MqttRefusedException">The broker said no.</exception>
    public static async Task<MqttLink> OpenAsync(
        MqttConnectionOptions options,
        Publication? will,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var link = new MqttLink(options, time);
        try
        {
            using var limit = new TimeLimit(options.Timeout, time, cancellationToken);
            var answer = await link._client.ConnectAsync(ClientOptions(options, will), limit.Token);
            if (answer.ResultCode != MqttClientConnectResultCode.Success)
                throw new MqttRefusedException($"{options.Broker} refused {options.ClientId}: {answer.ResultCode} {answer.ReasonString}".TrimEnd());

            await link.SubscribeAsync(limit.Token);
            return link;
        }
        catch
        {
            await link.DisposeAsync();
            throw;
        }
    }

    /// <returns>False where the broker did not take it: no connection, no answer in time, or a refusal.</returns>
    public async ValueTask<bool> PublishAsync(Publication publication, CancellationToken cancellationToken)
    {
        if (!_client.IsConnected)
            return false;

        var message = publication.ToMessage(publication.Qos, publication.Retain);
        try
        {
            if (publication.Qos == MqttQualityOfServiceLevel.AtMostOnce)
            {
                await _client.PublishAsync(message, cancellationToken);
                return true;
            }

            using var limit = new TimeLimit(_options.Timeout, _time, cancellationToken);
            return (await _client.PublishAsync(message, limit.Token)).IsSuccess;
        }
        catch (Exception exception) when (MqttFaults.IsConnectionLoss(exception))
        {
            // The library says "timed out" also where the caller gave up.
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <returns>False where the broker did not take it.</returns>
    public async ValueTask<bool> SubscribeAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var options = new MqttClientSubscribeOptionsBuilder().WithTopicFilter(subscription.Filter, subscription.Qos).Build();
        try
        {
            using var limit = new TimeLimit(_options.Timeout, _time, cancellationToken);
            var answer = await _client.SubscribeAsync(options, limit.Token);
            return answer.Items.All(item => item.ResultCode <= MqttClientSubscribeResultCode.GrantedQoS2);
        }
        catch (Exception exception) when (MqttFaults.IsConnectionLoss(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <returns>False where the broker did not take it.</returns>
    public async ValueTask<bool> UnsubscribeAsync(string filter, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = new TimeLimit(_options.Timeout, _time, cancellationToken);
            await _client.UnsubscribeAsync(new MqttClientUnsubscribeOptionsBuilder().WithTopicFilter(filter).Build(), limit.Token);
            return true;
        }
        catch (Exception exception) when (MqttFaults.IsConnectionLoss(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>Says goodbye, for which the broker does not publish the will.</summary>
    public async Task CloseAsync(Publication? goodbye)
    {
        using var limit = new TimeLimit(_options.Timeout, _time, CancellationToken.None);
        try
        {
            if (goodbye is not null)
                await PublishAsync(goodbye, limit.Token);

            await _client.DisconnectAsync(new MqttClientDisconnectOptions(), limit.Token);
        }
        catch (Exception exception) when (MqttFaults.IsConnectionLoss(exception))
        {
            _ended.TrySetResult(exception.Message);
        }
    }

    public ValueTask DisposeAsync()
    {
        _ended.TrySetResult("given up");
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static MqttClientOptions ClientOptions(MqttConnectionOptions options, Publication? will)
    {
        var broker = options.Broker;
        var builder = new MqttClientOptionsBuilder()
            .WithTcpServer(broker.Host, broker.Port)
            .WithClientId(options.ClientId)
            .WithProtocolVersion(options.UseMqtt311 ? MqttProtocolVersion.V311 : MqttProtocolVersion.V500)
            .WithCleanStart(options.CleanStart)
            .WithKeepAlivePeriod(options.KeepAlive)
            .WithTimeout(options.Timeout);
        if (broker.UseTls)
            builder.WithTlsOptions(tls => tls.WithTargetHost(broker.Host));

        if (broker.User is not null)
            builder.WithCredentials(broker.User, broker.Password);

        if (!options.UseMqtt311)
        {
            builder.WithSessionExpiryInterval((uint)options.SessionExpiry.TotalSeconds);
            if (options.ReceiveMaximum > 0)
                builder.WithReceiveMaximum((ushort)options.ReceiveMaximum);
        }

        if (will is not null)
        {
            builder.WithWillTopic(will.Topic).WithWillPayload(will.Payload.ToArray())
                .WithWillQualityOfServiceLevel(will.Qos).WithWillRetain(will.Retain);
        }

        return builder.Build();
    }

    private async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        if (_options.Subscriptions.Count == 0)
            return;

        var builder = new MqttClientSubscribeOptionsBuilder();
        foreach (var subscription in _options.Subscriptions)
            builder.WithTopicFilter(subscription.Filter, subscription.Qos);

        var answer = await _client.SubscribeAsync(builder.Build(), cancellationToken);
        foreach (var item in answer.Items)
        {
            if (item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2)
                throw new MqttRefusedException($"{_options.Broker} refused the subscription {item.TopicFilter.Topic}: {item.ResultCode}");
        }
    }
}
