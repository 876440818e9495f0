using Swarm.Domain;

namespace Swarm.Inference;

/// <summary>
/// Brings a slot of the reflex to the version that is wanted: at once where the slot has it, else by loading it and trying it in shadow. What is refused is told, and changes
/// nothing. Thread-safe; loading goes on in the background.
/// </summary>
/// <param name="load">Fetches, verifies and loads a version; throws a <see cref="ModelRefusedException"/> where it may not be run.</param>
public sealed class ReflexKeeper(ReflexSlot slot, Func<ModelChoice, CancellationToken, Task<ReflexNet>> load, ShadowLimits shadow) : IAsyncDisposable
{
    /// <summary>What nobody chose.</summary>
    private static readonly ModelChoice Shipped = new(ModelPackage.Shipped);

    /// <summary>As long as a text of the protocol may be.</summary>
    private const int MostReason = 512;

    private readonly Lock _lock = new();
    private CancellationTokenSource _loading = new();
    private Task _work = Task.CompletedTask;
    private ModelChoice _wanted = Shipped;
    private bool _disposed;

    /// <summary>What runs and what was refused; null for the program's own, if nothing else was ever wanted.</summary>
    public ModelReport? Report
    {
        get
        {
            var (state, wanted) = (slot.State, Volatile.Read(ref _wanted));
            var refusal = state.Refusal?.Version == wanted.Version && state.Active.Version != wanted.Version ? state.Refusal : null;
            if (state is { Active.Version: ModelPackage.Shipped, Previous: null, Trial: null } && wanted.Version == ModelPackage.Shipped)
                return null;
            return new(
                state.Active.Version,
                state.Trial?.Candidate.Version,
                refusal?.Version,
                refusal is null ? null : Shorten($"{refusal.Reason.Name()}: {refusal.Detail}"),
                state.Passed?.Figures.Differed);
        }
    }

    /// <summary>Completes when what is wanted now is loaded, or refused.</summary>
    public Task Loaded
    {
        get
        {
            lock (_lock)
                return _work;
        }
    }

    /// <param name="choice">Null for the program's own. Wanting the same again changes nothing, but what was not there is asked for again.</param>
    public void Want(ModelChoice? choice)
    {
        var wanted = choice ?? Shipped;
        lock (_lock)
        {
            if (_disposed || (wanted == _wanted && !IsToBeTriedAgain(wanted)))
                return;
            Volatile.Write(ref _wanted, wanted);
            _loading.Cancel();
            _loading.Dispose();
            _loading = new();
            // A candidate that is not wanted any more goes, whatever comes.
            slot.SwitchTo(slot.State.Active.Version);
            if (!slot.SwitchTo(wanted.Version))
            {
                var token = _loading.Token;
                _work = Task.Run(() => LoadAsync(wanted, token), CancellationToken.None);
            }
        }
    }

    /// <summary>Gives up what is being loaded.</summary>
    public async ValueTask DisposeAsync()
    {
        Task work;
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            _loading.Cancel();
            work = _work;
        }

        await work;
        _loading.Dispose();
    }

    private bool IsToBeTriedAgain(ModelChoice wanted) =>
        _work.IsCompleted && slot.State is { Refusal: { Reason: ModelRefusal.NotThere } refusal } state && refusal.Version == wanted.Version && state.Active.Version != wanted.Version;

    private async Task LoadAsync(ModelChoice wanted, CancellationToken cancellationToken)
    {
        try
        {
            var net = await load(wanted, cancellationToken);
            lock (_lock)
            {
                if (!cancellationToken.IsCancellationRequested)
                    slot.Offer(wanted.Version, net, shadow);
            }
        }
        catch (ModelRefusedException refused)
        {
            Refuse(wanted, refused.Reason, refused.Message, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Something else is wanted meanwhile; nobody waits for this one.
            return;
        }
        catch (Exception failed)
        {
            Refuse(wanted, ModelRefusal.NotThere, $"The model {wanted.Version} could not be had: {failed.Message}", cancellationToken);
        }
    }

    private void Refuse(ModelChoice wanted, ModelRefusal reason, string detail, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!cancellationToken.IsCancellationRequested)
                slot.Refuse(new(wanted.Version, reason, detail));
        }
    }

    private static string Shorten(string text) => text.Length <= MostReason ? text : text[..MostReason];
}
