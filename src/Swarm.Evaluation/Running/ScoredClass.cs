using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>A class of objects that is scored by itself.</summary>
/// <param name="Name">As the figures are reported under.</param>
/// <param name="Type">As the files of labels and tracks name it.</param>
/// <param name="Class">Of the tracks that are scored.</param>
/// <param name="Truth">Sequence by sequence.</param>
public sealed record ScoredClass(string Name, string Type, ObjectClass Class, IReadOnlyList<SequenceTruth> Truth);
