namespace Swarm.Messaging;

/// <summary>Takes what devices publish straight from the embedded broker, wills included, in the order of each client.</summary>
public interface IUplinkSink
{
    /// <summary>Takes a message of QoS 0; must return at once.</summary>
    void Post(in UplinkPublish publish);

    /// <summary>
    /// Takes a message of QoS 1: the broker acknowledges it once this completes, and reads nothing more from that client before. Where
    /// it fails, the client is cut off without an acknowledgement, so that it sends the message again.
    /// </summary>
    Task AcceptAsync(UplinkPublish publish, CancellationToken cancellationToken);

    /// <summary>Is told of a message on a topic that no device sends on; must return at once. A sink need not care.</summary>
    void NoteStray(string topic)
    {
    }
}
