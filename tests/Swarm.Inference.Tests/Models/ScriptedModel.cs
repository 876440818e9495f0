namespace Swarm.Inference.Tests;

/// <summary>A model that says who it is, twice, so that half a verdict would be seen.</summary>
/// <param name="Fault">From which of its calls on it fails: below 0 for never.</param>
internal sealed record ScriptedModel(string Name, double Answer = 1, int Fault = -1, bool Throws = false)
{
    private int _calls;

    public ScriptedVerdict Run(int tick)
    {
        if (Fault < 0 || Interlocked.Increment(ref _calls) <= Fault)
            return new(Name, tick, Answer, Name);
        return Throws ? throw new InvalidOperationException("scripted") : new(Name, tick, double.NaN, Name);
    }
}

internal readonly record struct ScriptedVerdict(string? First, int Tick, double Answer, string? Last);

internal sealed class ScriptedRun : IModelRun<ScriptedModel, int, ScriptedVerdict>
{
    public ScriptedVerdict Fallback => new("fallback", -1, 0, "fallback");

    public ScriptedVerdict Run(ScriptedModel model, in int input) => model.Run(input);

    public bool IsSound(in ScriptedVerdict verdict) => !double.IsNaN(verdict.Answer);

    public double Difference(in ScriptedVerdict active, in ScriptedVerdict candidate) => candidate.Answer - active.Answer;
}
