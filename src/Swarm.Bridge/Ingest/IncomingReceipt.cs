using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>Acknowledges to an external broker. What is not acknowledged comes again with the next connection of the session.</summary>
internal sealed class IncomingReceipt(IncomingMessage message) : IReceipt
{
    public bool IsLive => message.IsLive;

    // Where the connection has just gone the broker sends the message again, and the grain takes it a second time.
    public async ValueTask SignAsync() => await message.AcknowledgeAsync();

    public void Abandon()
    {
        // Saying nothing is what keeps the message at the broker.
    }
}
