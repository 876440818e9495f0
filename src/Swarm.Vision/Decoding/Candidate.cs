namespace Swarm.Vision;

/// <summary>A box in the picture that a model was given, before the less sure of overlapping ones are left out.</summary>
internal readonly record struct Candidate(int Class, float Score, ImageBox Box);
