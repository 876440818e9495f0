namespace Swarm.Vda5050;

/// <summary>What an input led to.</summary>
public sealed record VehicleStep(VehicleState State, IReadOnlyList<VehicleEffect> Effects)
{
    public IEnumerable<T> Published<T>()
        where T : VdaMessage => Effects.OfType<VehicleEffect.Publish>().Select(effect => effect.Message).OfType<T>();
}
