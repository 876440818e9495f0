namespace Swarm.Inference;

/// <summary>The reflex of one machine whose net can be changed while it runs: the net that the program comes with at first. Safe for several threads.</summary>
public sealed class ReflexSlot
{
    private readonly ModelSlot<Reflex, ReflexInput, ReflexVerdict> _slot;

    /// <exception cref="ArgumentException">As <see cref="Reflex"/>.</exception>
    public ReflexSlot(ReflexProfile profile)
    {
        Profile = profile;
        _slot = new(ReflexRun.Instance, ModelPackage.Shipped, new(profile, ReflexNet.Shipped));
    }

    public ReflexProfile Profile { get; }

    public SlotState<Reflex> State => _slot.State;

    /// <summary>Answers at once: see <see cref="Reflex.Step"/>.</summary>
    public ReflexVerdict Step(in ReflexInput input) => _slot.Step(input);

    /// <summary>See <see cref="ModelSlot{TModel, TInput, TVerdict}.Offer"/>.</summary>
    public bool Offer(string version, ReflexNet net, ShadowLimits limits) => _slot.Offer(version, new(Profile, net), limits);

    /// <summary>At once, if the version is active, the one before, or the program's own.</summary>
    /// <returns>False where it is none of these; then nothing changed.</returns>
    public bool SwitchTo(string version)
    {
        if (_slot.SwitchTo(version))
            return true;
        if (version != ModelPackage.Shipped)
            return false;
        _slot.Install(version, new(Profile, ReflexNet.Shipped));
        return true;
    }

    /// <summary>See <see cref="ModelSlot{TModel, TInput, TVerdict}.Refuse"/>.</summary>
    public void Refuse(SlotRefusal refusal) => _slot.Refuse(refusal);
}
