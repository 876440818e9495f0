using Swarm.Domain;
using Swarm.Inference;
using Swarm.Messaging;

namespace Swarm.Device;

/// <summary>
/// Sees that a device runs the models that its site wants: fetches their packages, verifies and loads them, and offers them to the reflex. Nothing here is on the way of a
/// tick. Thread-safe.
/// </summary>
/// <param name="fetch">Gives what is retained at a topic: <see cref="DeviceLink.FetchRetainedAsync"/>.</param>
public sealed class ModelKeeper(
    SiteId site, ReflexSlot reflex, ModelVerifier verifier, ShadowLimits shadow, Func<string, CancellationToken, Task<byte[]>> fetch, TimeProvider time) : IAsyncDisposable
{
    /// <summary>A package that is not there by then is refused for now; the next connect asks for it again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ReflexKeeper _keeper = new(
        reflex, (choice, cancellationToken) => LoadAsync(site, verifier, fetch, time, choice, cancellationToken), shadow);

    /// <summary>For <c>state.models</c>; null where there is nothing to say.</summary>
    public IReadOnlyDictionary<string, ModelReport>? Report =>
        _keeper.Report is { } report ? new Dictionary<string, ModelReport> { [ReflexModels.Name] = report } : null;

    /// <summary>Takes what the site wants, at every message on <c>desired</c>; returns at once.</summary>
    public void Receive(DesiredState desired) => _keeper.Want(desired.Models?.GetValueOrDefault(ReflexModels.Name));

    /// <summary>Gives up what is being loaded.</summary>
    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    private static async Task<ReflexNet> LoadAsync(
        SiteId site,
        ModelVerifier verifier,
        Func<string, CancellationToken, Task<byte[]>> fetch,
        TimeProvider time,
        ModelChoice choice,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        byte[] package;
        try
        {
            package = await fetch(Topic.Model(site, ReflexModels.Name, choice.Version), both.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelRefusedException(
                ModelRefusal.NotThere, $"The model {ReflexModels.Name} {choice.Version} did not come within {Patience.TotalSeconds} s.", late);
        }

        return ReflexModels.Load(package, choice, verifier);
    }
}
