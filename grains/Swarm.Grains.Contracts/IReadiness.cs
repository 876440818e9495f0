namespace Swarm.Grains;

/// <summary>
/// A part of this process without which it lives but does not serve its site. Whoever provides such a part registers one;
/// <c>/health/ready</c> asks them all.
/// </summary>
public interface IReadiness
{
    /// <summary>Looks, without repairing anything; answers soon, as probes give up after a few seconds.</summary>
    Task<PartReadiness> CheckAsync(CancellationToken cancellationToken);
}
