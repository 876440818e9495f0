using System.Buffers;
using System.Collections.Concurrent;
using MQTTnet.Protocol;
using Swarm.Messaging;

namespace Swarm.Device;

/// <summary>Fetches what is retained at a topic: subscribes, waits for it, and takes the subscription back.</summary>
internal sealed class RetainedFetch(MqttConnection connection, TimeProvider time)
{
    /// <summary>After which it subscribes again: the connection may have been lost in between, and its subscription with it.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<byte[]>> _waiting = new();

    /// <summary>Takes a message that somebody waits for.</summary>
    public bool TryTake(IncomingMessage incoming) =>
        !incoming.Payload.IsEmpty && _waiting.TryGetValue(incoming.Topic, out var waiting) && (waiting.TrySetResult(incoming.Payload.ToArray()) || true);

    /// <summary>Waits for it until cancelled. One wait for a topic at a time: a new one takes the place of the old.</summary>
    public async Task<byte[]> FetchAsync(string topic, CancellationToken cancellationToken)
    {
        var waiting = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[topic] = waiting;
        var subscription = new Subscription(topic, MqttQualityOfServiceLevel.AtLeastOnce);
        try
        {
            while (true)
            {
                await connection.SubscribeAsync(subscription, cancellationToken);
                await Task.WhenAny(waiting.Task, Task.Delay(AskAgain, time, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
                if (waiting.Task.IsCompleted)
                    return await waiting.Task;
            }
        }
        finally
        {
            _waiting.TryRemove(new(topic, waiting));
            await connection.UnsubscribeAsync(topic, CancellationToken.None);
        }
    }
}
