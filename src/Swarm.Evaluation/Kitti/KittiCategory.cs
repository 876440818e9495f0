using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// A category that KITTI's tracking evaluation scores, and what is known of PointRCNN's detections of it. The figures are fitted to the
/// sequences 0001, 0006, 0012, 0013, 0014 and 0019 of the same detections, none of which is among those scored here: detections paired
/// with a label of the category or its neighbour within 2 m in the plane (people 1 m), the nearest first.
/// </summary>
/// <param name="Name">As figures are reported under.</param>
/// <param name="Type">In the columns of labels and tracks, and in the name of the folder of detections.</param>
/// <param name="Code">In the column <c>type</c> of detections.</param>
/// <param name="Neighbour">A type so alike that its objects are neither missed nor false, or null.</param>
/// <param name="Noise">Of a detection along each axis of the plane, by its distance from the camera.</param>
/// <param name="EvenScore">At which a detection is as likely real as false: the middle of a fitted logistic curve.</param>
/// <param name="ScoreScale">By how much the score must be higher for the odds to be e times better.</param>
public sealed record KittiCategory(
    string Name,
    string Type,
    int Code,
    ObjectClass Class,
    string? Neighbour,
    PositionNoise Noise,
    double EvenScore,
    double ScoreScale)
{
    public static KittiCategory Car { get; } = new("car", "Car", 2, ObjectClass.Vehicle, "Van", new(0.073, 0.0036), 2.98, 1.24);

    public static KittiCategory Pedestrian { get; } =
        new("pedestrian", "Pedestrian", 1, ObjectClass.Pedestrian, "Person_sitting", new(0.052, 0.0006), 1.56, 0.81);

    public static KittiCategory Cyclist { get; } = new("cyclist", "Cyclist", 3, ObjectClass.Cyclist, null, new(0.025, 0.0013), 4.11, 0.82);

    public static IReadOnlyList<KittiCategory> All { get; } = [Car, Pedestrian, Cyclist];

    /// <summary>How likely a detection of that score is real.</summary>
    public double ProbabilityOf(double score) => 1 / (1 + Math.Exp((EvenScore - score) / ScoreScale));
}
