using System.Buffers;
using System.Text;
using System.Threading.Channels;

namespace Swarm.Messaging.Tests;

/// <summary>Writes down what the broker hands over; what it does with QoS 1 is up to the test.</summary>
internal sealed class Sink : IUplinkSink
{
    private readonly Channel<(string Topic, string Payload)> _received =
        System.Threading.Channels.Channel.CreateUnbounded<(string, string)>();

    public Func<UplinkPublish, CancellationToken, Task> OnAccept { get; set; } = (_, _) => Task.CompletedTask;

    public void Post(in UplinkPublish publish) => Note(publish);

    public Task AcceptAsync(UplinkPublish publish, CancellationToken cancellationToken)
    {
        Note(publish);
        return OnAccept(publish, cancellationToken);
    }

    public List<string> Stray { get; } = [];

    public void NoteStray(string topic) => Stray.Add(topic);

    public async Task<(string Topic, string Payload)> NextAsync() => await _received.Reader.ReadAsync(Patience.Token);

    private void Note(in UplinkPublish publish) => _received.Writer.TryWrite((publish.Topic, Encoding.UTF8.GetString(publish.Payload.ToArray())));
}
