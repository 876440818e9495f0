namespace Swarm.Inference;

/// <summary>How a <see cref="ModelSlot{TModel, TInput, TVerdict}"/> runs its models. What is here is called at every tick: it must not allocate and must not wait.</summary>
public interface IModelRun<in TModel, TInput, TVerdict>
{
    /// <summary>Where no model gives any; the safe answer.</summary>
    TVerdict Fallback { get; }

    TVerdict Run(TModel model, in TInput input);

    /// <summary>False for a verdict that no sound model gives, as one made from what is not a number.</summary>
    bool IsSound(in TVerdict verdict);

    /// <summary>By how much the candidate's verdict is above that of the active model, in whatever unit the limits are in.</summary>
    double Difference(in TVerdict active, in TVerdict candidate);
}
