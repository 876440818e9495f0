namespace Swarm.Grains.Edge;

/// <summary>
/// Grants the ingest session. Every grant is stored before it is given, so that a successor of this activation does not give away what is
/// still held.
/// </summary>
[GrainType("ingest-lease")]
internal sealed class IngestLeaseGrain(
    [PersistentState("lease", EdgeStorage.Name)] IPersistentState<LeaseRecord> store, TimeProvider time, EdgeMetrics metrics)
    : Grain, IIngestLeaseGrain
{
    private LeaseRecord _lease = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _lease = store.State;
        return Task.CompletedTask;
    }

    public async Task<IngestLease?> Acquire(string holder, TimeSpan duration)
    {
        ArgumentException.ThrowIfNullOrEmpty(holder);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        var now = time.GetUtcNow();
        if (_lease.Holder is { } other && other != holder && _lease.Until > now)
        {
            return null;
        }

        var epoch = _lease.Holder == holder ? _lease.Epoch : _lease.Epoch + 1;
        await StoreAsync(new LeaseRecord { Holder = holder, Epoch = epoch, Until = now + duration });
        return new IngestLease(holder, epoch, _lease.Until);
    }

    public Task Release(string holder) => _lease.Holder == holder ? StoreAsync(_lease with { Holder = null }) : Task.CompletedTask;

    private async Task StoreAsync(LeaseRecord next)
    {
        store.State = next;
        try
        {
            await store.WriteStateAsync();
        }
        catch
        {
            metrics.FailedWrite("lease");
            throw;
        }

        _lease = next;
    }
}
