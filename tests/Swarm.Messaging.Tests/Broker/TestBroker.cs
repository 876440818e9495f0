using Microsoft.Extensions.Logging.Abstractions;

namespace Swarm.Messaging.Tests;

internal static class TestBroker
{
    public static async Task<EmbeddedBroker> StartAsync(int port = 0, int maxRetained = 20_000)
    {
        var broker = new EmbeddedBroker(
            new EmbeddedBrokerOptions { Port = port, MaxRetained = maxRetained }, NullLogger<EmbeddedBroker>.Instance);
        await broker.StartAsync();
        return broker;
    }
}
