namespace Swarm.Inference;

/// <summary>What placement needs to know of a local answer.</summary>
/// <param name="Confidence">From 0 to 1: how far the model itself holds its answer for right and complete. It need not be calibrated: what it is worth is learnt.</param>
/// <param name="Count">What was found; 0 for an empty answer.</param>
/// <param name="Profile">Where the scores of all candidates lie, those too low to act on with them.</param>
public readonly record struct LocalSummary(double Confidence, int Count, ScoreProfile Profile)
{
    public bool IsEmpty => Count == 0;
}
