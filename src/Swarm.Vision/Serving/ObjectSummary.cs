using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Vision;

/// <summary>What placement goes by where the answer is a list of objects in a picture.</summary>
public static class ObjectSummary
{
    /// <summary>From this score on an object counts as found.</summary>
    public const double Found = 0.3;

    /// <summary>Boxes that overlap by this much (intersection over union) are of one object.</summary>
    private const double SameObject = 0.5;

    /// <summary>Not more than any picture has.</summary>
    private const int MostObjects = 1000;

    /// <summary>How sure the list is: as sure as the least sure object that counts as found.</summary>
    public static LocalSummary Of(IReadOnlyList<ImageObject> objects)
    {
        var (profile, count, confidence) = (ScoreProfile.Empty, 0, 1.0);
        foreach (var found in objects)
        {
            profile = profile.With(found.Score);
            if (found.Score < Found)
                continue;
            count++;
            confidence = Math.Min(confidence, found.Score);
        }

        return new LocalSummary(count == 0 ? 0 : confidence, count, profile);
    }

    /// <summary>For <see cref="InferencePlacement{TInput, TOutput}"/>.</summary>
    public static AnswerHandling<IReadOnlyList<ImageObject>> Handling { get; } = new(Loss, IsPlausible);

    /// <summary>Share of the objects in the better list that the first one misses.</summary>
    private static double Loss(IReadOnlyList<ImageObject> first, IReadOnlyList<ImageObject> better)
    {
        var (all, missed) = (0, 0);
        foreach (var wanted in better)
        {
            if (wanted.Score < Found)
                continue;
            all++;
            if (!first.Any(found => found.Score >= Found && found.Class == wanted.Class && Overlap(found, wanted) >= SameObject))
                missed++;
        }

        return all == 0 ? 0 : (double)missed / all;
    }

    private static bool IsPlausible(IReadOnlyList<ImageObject> objects) =>
        objects.Count <= MostObjects && objects.All(found =>
            found.Score is >= 0 and <= 1 && found.Left is >= 0 and <= 1 && found.Top is >= 0 and <= 1
            && found.Right >= found.Left && found.Right <= 1 && found.Bottom >= found.Top && found.Bottom <= 1);

    private static double Overlap(ImageObject a, ImageObject b)
    {
        var width = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
        var height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
        if (width <= 0 || height <= 0)
            return 0;
        var both = width * height;
        return both / (((a.Right - a.Left) * (a.Bottom - a.Top)) + ((b.Right - b.Left) * (b.Bottom - b.Top)) - both);
    }
}
