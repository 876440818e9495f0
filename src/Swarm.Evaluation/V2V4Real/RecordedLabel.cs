namespace Swarm.Evaluation;

/// <summary>A true box in one frame. <paramref name="Object"/> is the same in every frame for the same car.</summary>
public sealed record RecordedLabel(int Frame, int Object, RecordedBox Box);
