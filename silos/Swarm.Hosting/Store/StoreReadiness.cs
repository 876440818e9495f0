using StackExchange.Redis;
using Swarm.Grains;

namespace Swarm.Hosting;

/// <summary>Whether the store answers. It has a connection of its own: the grains' is not for others to use.</summary>
internal sealed class StoreReadiness(ConfigurationOptions redis) : IReadiness, IAsyncDisposable
{
    private readonly SemaphoreSlim _connecting = new(1);
    private ConnectionMultiplexer? _connection;

    public async Task<PartReadiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            await connection.GetDatabase().PingAsync().WaitAsync(cancellationToken);
            return new("store", true, "the store answers");
        }
        catch (RedisException e)
        {
            return new("store", false, $"the store does not answer: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _connecting.Dispose();
        if (_connection is not null) await _connection.DisposeAsync();
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            return _connection ??= await ConnectionMultiplexer.ConnectAsync(redis);
        }
        finally
        {
            _connecting.Release();
        }
    }
}
