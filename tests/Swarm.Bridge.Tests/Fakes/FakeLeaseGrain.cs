using Swarm.Grains;

namespace Swarm.Bridge.Tests;

/// <summary>Grants the lease as the real grain does, by the clock of the machine or another one.</summary>
internal sealed class FakeLeaseGrain(TimeProvider? time = null) : IIngestLeaseGrain
{
    private readonly Lock _gate = new();
    private IngestLease? _lease;

    public string? Holder
    {
        get
        {
            lock (_gate)
                return _lease?.Holder;
        }
    }

    public Task<IngestLease?> Acquire(string holder, TimeSpan duration)
    {
        lock (_gate)
        {
            var now = (time ?? TimeProvider.System).GetUtcNow();
            if (_lease is { } other && other.Holder != holder && other.Until > now)
                return Task.FromResult<IngestLease?>(null);

            var epoch = _lease?.Holder == holder ? _lease.Epoch : (_lease?.Epoch ?? 0) + 1;
            _lease = new IngestLease(holder, epoch, now + duration);
            return Task.FromResult<IngestLease?>(_lease);
        }
    }

    /// <summary>Takes the lease away from its holder without telling it, as when it has run out.</summary>
    public void Revoke()
    {
        lock (_gate)
            _lease = null;
    }

    /// <summary>Gives the lease to somebody else, whoever holds it.</summary>
    public Task TakeAsync(string holder, TimeSpan duration)
    {
        Revoke();
        return Acquire(holder, duration);
    }

    public Task Release(string holder)
    {
        lock (_gate)
        {
            if (_lease?.Holder == holder)
                _lease = null;
        }

        return Task.CompletedTask;
    }
}
