namespace Swarm.Vda5050;

/// <summary>What an input led to. Store <see cref="FleetSnapshot.Control"/> if it is another, then do the effects in their order.</summary>
public sealed record FleetStep(FleetSnapshot Snapshot, IReadOnlyList<FleetEffect> Effects)
{
    public IEnumerable<T> Published<T>()
        where T : VdaMessage => Effects.OfType<FleetEffect.Publish>().Select(effect => effect.Message).OfType<T>();
}
