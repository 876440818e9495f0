namespace Swarm.Inference;

/// <summary>
/// Holds the model that answers, the one before it, and one that is to come. A candidate answers live inputs in shadow, and takes over between two ticks by one write of a
/// reference. A model that fails is thrown out, by name, and the one before answers that very tick.
/// </summary>
/// <remarks>
/// Whoever ticks reads the slot without a lock and, while there is no candidate, allocates nothing. Candidates come and go from any thread. Safe for several ticking
/// threads too; then a tick under way on one may still answer by the model that another has just replaced.
/// </remarks>
public sealed class ModelSlot<TModel, TInput, TVerdict>(IModelRun<TModel, TInput, TVerdict> run, string version, TModel first)
    where TModel : class
{
    private SlotState<TModel> _state = new(new(version, first));

    /// <summary>As it is now.</summary>
    public SlotState<TModel> State => Volatile.Read(ref _state);

    /// <summary>One tick: exactly one verdict, from one model.</summary>
    public TVerdict Step(in TInput input)
    {
        var now = Volatile.Read(ref _state);
        if (!TryRun(now.Active, input, out var verdict, out var failure))
            return Recover(now, input, verdict, failure);
        if (now.Trial is { } trial)
            Shadow(now, trial, input, verdict);
        return verdict;
    }

    /// <summary>Has a model tried in shadow, in place of any other candidate.</summary>
    /// <returns>False where it is the active one already.</returns>
    public bool Offer(string candidate, TModel model, ShadowLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        while (true)
        {
            var now = State;
            if (now.Active.Version == candidate)
                return false;
            var trial = new ShadowTrial<TModel>(new(candidate, model), limits);
            if (TryReplace(now, now with { Trial = trial }))
                return true;
        }
    }

    /// <summary>Has a model that is known to be good take over at the next tick: it has been active before, or is part of the program.</summary>
    public void Install(string known, TModel model)
    {
        while (true)
        {
            var now = State;
            if (now.Active.Version == known || TryReplace(now, new(new(known, model), now.Active, Refusal: now.Refusal)))
                return;
        }
    }

    /// <summary>Makes the active or the previous model the active one from the next tick on, and drops any candidate.</summary>
    /// <returns>False where the slot has no such version; then nothing changed.</returns>
    public bool SwitchTo(string known)
    {
        while (true)
        {
            var now = State;
            SlotState<TModel> next;
            if (now.Active.Version == known)
                next = now.Trial is null ? now : now with { Trial = null };
            else if (now.Previous is { } previous && previous.Version == known)
                next = new(previous, now.Active, Refusal: now.Refusal);
            else
                return false;
            if (ReferenceEquals(next, now) || TryReplace(now, next))
                return true;
        }
    }

    /// <summary>Notes that a model was refused before it came to be a candidate.</summary>
    public void Refuse(SlotRefusal refusal)
    {
        while (true)
        {
            var now = State;
            if (TryReplace(now, now with { Refusal = refusal }))
                return;
        }
    }

    /// <returns>False where the slot has come to hold something else meanwhile: then that counts.</returns>
    private bool TryReplace(SlotState<TModel> from, SlotState<TModel> to) => ReferenceEquals(Interlocked.CompareExchange(ref _state, to, from), from);

    private bool TryRun(ModelVersion<TModel> model, in TInput input, out TVerdict verdict, out Exception? failure)
    {
        failure = null;
        try
        {
            verdict = run.Run(model.Model, input);
            return run.IsSound(verdict);
        }
        catch (Exception thrown)
        {
            (verdict, failure) = (run.Fallback, thrown);
            return false;
        }
    }

    /// <summary>The active model failed: the one before answers, from now on.</summary>
    private TVerdict Recover(SlotState<TModel> now, in TInput input, TVerdict unsound, Exception? failure)
    {
        if (now.Previous is not { } previous || !TryRun(previous, input, out var verdict, out _))
            return unsound;
        // Where somebody else has just replaced the model, there is nothing left to throw out.
        TryReplace(now, new(previous, Refusal: RefusalOf(now.Active.Version, failure)));
        return verdict;
    }

    private void Shadow(SlotState<TModel> now, ShadowTrial<TModel> trial, in TInput input, in TVerdict active)
    {
        if (!TryRun(trial.Candidate, input, out var verdict, out var failure))
        {
            TryReplace(now, now with { Trial = null, Refusal = RefusalOf(trial.Candidate.Version, failure) });
            return;
        }

        var difference = run.Difference(active, verdict);
        if (double.IsNaN(difference))
        {
            TryReplace(now, now with { Trial = null, Refusal = RefusalOf(trial.Candidate.Version, null) });
            return;
        }

        if (!trial.Note(difference))
            return;
        // Where somebody has just changed the slot otherwise, the next tick finds the trial at its end again, or none.
        TryReplace(now, trial.IsPassed
            ? new(trial.Candidate, now.Active, Passed: trial, Refusal: now.Refusal)
            : now with { Trial = null, Refusal = Disagrees(trial) });
    }

    private static SlotRefusal RefusalOf(string version, Exception? failure) => failure is null
        ? new(version, ModelRefusal.NotANumber, $"The model {version} returned what is not a number.")
        : new(version, ModelRefusal.Failed, $"The model {version} failed: {failure.Message}");

    private static SlotRefusal Disagrees(ShadowTrial<TModel> trial)
    {
        var figures = trial.Figures;
        return new(trial.Candidate.Version, ModelRefusal.Disagrees, FormattableString.Invariant(
            $"The model {trial.Candidate.Version} differed at {figures.Differed:p0} of {figures.Ticks} ticks in shadow, by {figures.MeanDifference:g3} on average: too much."));
    }
}
