namespace Swarm.Evaluation;

/// <summary>The truth of one frame.</summary>
/// <param name="DontCare">Areas of the image in which nothing is labelled.</param>
public sealed record TruthFrame(IReadOnlyList<TruthBox> Boxes, IReadOnlyList<ImageBox> DontCare);
