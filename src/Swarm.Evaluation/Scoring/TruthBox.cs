namespace Swarm.Evaluation;

/// <summary>What truly is in one frame of a sequence.</summary>
/// <param name="Object">The same in every frame of the sequence for the same object.</param>
/// <param name="Ignored">May be paired, but is neither missed nor counted: of a neighbouring class, or hardly visible.</param>
public readonly record struct TruthBox(int Object, UprightBox Box, bool Ignored = false);
