namespace Swarm.Inference;

/// <summary>What a slot holds at one moment; never changed, only replaced as a whole.</summary>
/// <param name="Active">Whose verdicts count.</param>
/// <param name="Previous">What the slot goes back to at once; null where there was none.</param>
/// <param name="Trial">The candidate in shadow, if there is one.</param>
/// <param name="Passed">The trial by which the active model came to be; null where it needed none.</param>
/// <param name="Refusal">The newest; null for none yet.</param>
public sealed record SlotState<TModel>(
    ModelVersion<TModel> Active,
    ModelVersion<TModel>? Previous = null,
    ShadowTrial<TModel>? Trial = null,
    ShadowTrial<TModel>? Passed = null,
    SlotRefusal? Refusal = null)
    where TModel : class;
