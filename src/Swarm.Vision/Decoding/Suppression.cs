namespace Swarm.Vision;

/// <summary>Leaves the less sure of two overlapping boxes of one class out (greedy non-maximum suppression).</summary>
internal static class Suppression
{
    /// <param name="overlap">Two boxes above this intersection over union are of one object; null: none is left out.</param>
    /// <returns>Surest first.</returns>
    public static IReadOnlyList<Candidate> Choose(List<Candidate> candidates, double? overlap, int limit)
    {
        var chosen = new List<Candidate>();
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score))
        {
            if (chosen.Count == limit)
                break;
            if (overlap is not { } most || !chosen.Exists(other => other.Class == candidate.Class && other.Box.Overlap(candidate.Box) > most))
                chosen.Add(candidate);
        }

        return chosen;
    }
}
