namespace Swarm.Perception;

/// <summary>What became of an estimate with a measurement.</summary>
/// <param name="gain">How much of the residual the mean moved by.</param>
/// <param name="weight">Between 0 and 1: the weight of the estimate's own correlated part; 1 where nothing was to be gained.</param>
public readonly struct SplitUpdate<TState, TMeasured>(
    in SplitEstimate<TState> estimate, in Matrix<TState, TMeasured> gain, double weight)
    where TState : struct, IDimension
    where TMeasured : struct, IDimension
{
    public SplitEstimate<TState> Estimate { get; } = estimate;

    public Matrix<TState, TMeasured> Gain { get; } = gain;

    public double Weight { get; } = weight;
}
