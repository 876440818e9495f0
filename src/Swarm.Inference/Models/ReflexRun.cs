namespace Swarm.Inference;

/// <summary>
/// How a slot runs the reflex. Models differ by the speed that they allow, metres per second; none allows more than the stopping distance does, as each is run inside the
/// <see cref="Reflex"/> of the device, whose limit holds whatever its net says.
/// </summary>
public sealed class ReflexRun : IModelRun<Reflex, ReflexInput, ReflexVerdict>
{
    public static ReflexRun Instance { get; } = new();

    public ReflexVerdict Fallback => ReflexVerdict.Stop(ReflexReason.NetInvalid);

    public ReflexVerdict Run(Reflex model, in ReflexInput input) => model.Step(input);

    public bool IsSound(in ReflexVerdict verdict) => verdict.Reason != ReflexReason.NetInvalid;

    public double Difference(in ReflexVerdict active, in ReflexVerdict candidate) => candidate.Speed - active.Speed;
}
