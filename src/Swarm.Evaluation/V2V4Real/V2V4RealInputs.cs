using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>V2V4Real for a tracker: what the first car detects, what the second detects, or what both do, as two devices.</summary>
public static class V2V4RealInputs
{
    public const string Ego = "ego";

    public const string Other = "cav1";

    public const string Both = "both";

    /// <summary>In the columns of labels and tracks.</summary>
    public const string Type = "Car";

    /// <summary>There are no times in the recording: any will do.</summary>
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    public static IReadOnlyList<string> Names { get; } = [Ego, Other, Both];

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static TrackingInput Of(string name, IReadOnlyList<Recording> recordings) =>
        Of(name, recordings, V2V4RealExistence.CheckedIn.Inputs.GetValueOrDefault(name)?.Calibration);

    /// <param name="calibration">Of the tracks' existence; null for it as it is.</param>
    internal static TrackingInput Of(string name, IReadOnlyList<Recording> recordings, ExistenceCalibration? calibration)
    {
        IReadOnlyList<RecordedCar> cars = name switch
        {
            Ego => [RecordedCar.Ego],
            Other => [RecordedCar.Other],
            Both => [RecordedCar.Ego, RecordedCar.Other],
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"one of {string.Join(", ", Names)} expected"),
        };
        return new(
            name,
            [.. recordings.Select(recording => new TrackingSequence(
                recording.Sequence, [.. recording.Frames.Select((frame, index) => Frame(frame, index, cars))]))],
            [new ScoredClass(name, Type, ObjectClass.Vehicle, [.. recordings.Select(V2V4RealTruth.Of)])],
            V2V4RealSettings.Tracker with { Calibration = calibration });
    }

    private static TrackingFrame Frame(RecordedFrame frame, int index, IReadOnlyList<RecordedCar> cars)
    {
        var time = Start + (index * Recording.FrameInterval);
        return new(
            time,
            [.. cars.Select(car => SiteFrame.ToSite(car.Id, car.DetectionFrame(frame, index, time)))],
            FirstCarView.Instance);
    }
}
