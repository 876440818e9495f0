namespace Swarm.Vision;

/// <summary>Which of the wanted boxes are found.</summary>
public static class BoxMatching
{
    /// <summary>Pairs boxes of one class, the surest of <paramref name="found"/> first, each once, with the wanted one that it overlaps most.</summary>
    /// <param name="overlap">Least intersection over union of a pair.</param>
    /// <returns>For each of <paramref name="wanted"/> the place of its partner in <paramref name="found"/>, or -1.</returns>
    public static int[] Match(IReadOnlyList<DetectedBox> found, IReadOnlyList<DetectedBox> wanted, double overlap = 0.5)
    {
        var partners = new int[wanted.Count];
        Array.Fill(partners, -1);
        foreach (var (place, box) in found.Index().OrderByDescending(item => item.Item.Score))
        {
            var best = -1;
            var most = overlap;
            for (var i = 0; i < wanted.Count; i++)
            {
                if (partners[i] < 0 && wanted[i].Class == box.Class && wanted[i].Box.Overlap(box.Box) is var common && common >= most)
                    (best, most) = (i, common);
            }

            if (best >= 0)
                partners[best] = place;
        }

        return partners;
    }
}
