namespace Swarm.Evaluation;

/// <summary>What a model was fitted to.</summary>
public sealed record FitOrigin(string DataSet, string Split, IReadOnlyList<string> Sequences, int Frames);
