using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>Takes messages from the broker in this process, without a second hop.</summary>
internal sealed class EmbeddedIngest(BridgeOptions options, PostOffice office) : IIngest, IUplinkSink
{
    private readonly EmbeddedBroker _broker = options.Embedded!;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anybody can connect: what came earlier would be acknowledged without a grain.
        _broker.SetSink(this);
        await _broker.StartAsync();
        await _broker.PublishAsync(Publication.Of(options.Site), cancellationToken);
    }

    // The office is closed by then, so that the wills of clients cut off here, which say nothing about the devices, are not taken.
    public Task StopAsync() => _broker.StopAsync();

    public void Post(in UplinkPublish publish) => office.Post(publish.Topic, publish.Payload, retained: false, receipt: null);

    public void NoteStray(string topic) => office.NoteStray(topic);

    public async Task AcceptAsync(UplinkPublish publish, CancellationToken cancellationToken)
    {
        var receipt = new EmbeddedReceipt();
        if (office.Post(publish.Topic, publish.Payload, retained: false, receipt) is null)
            await receipt.Taken.WaitAsync(cancellationToken);
    }
}
