namespace Swarm.Perception;

/// <summary>Something measured about a state x: z = h(x) + noise, linearised at the estimate.</summary>
/// <param name="residual">z - h(x̂).</param>
/// <param name="jacobian">The derivative of h by x.</param>
/// <param name="independent">Covariance of the noise that no other error has a part in.</param>
/// <param name="correlated">Of the rest, which may be correlated with anything, the estimate included: another's pose, a sensor's bias.</param>
public readonly struct SplitMeasurement<TState, TMeasured>(
    in Matrix<TMeasured, One> residual,
    in Matrix<TMeasured, TState> jacobian,
    in Matrix<TMeasured, TMeasured> independent,
    in Matrix<TMeasured, TMeasured> correlated)
    where TState : struct, IDimension
    where TMeasured : struct, IDimension
{
    public Matrix<TMeasured, One> Residual { get; } = residual;

    public Matrix<TMeasured, TState> Jacobian { get; } = jacobian;

    public Matrix<TMeasured, TMeasured> Independent { get; } = independent;

    public Matrix<TMeasured, TMeasured> Correlated { get; } = correlated;
}
