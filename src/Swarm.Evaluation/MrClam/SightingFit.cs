using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>Finds out what the robots' cameras get wrong, from sightings beside the motion capture.</summary>
/// <param name="from">Seconds.</param>
/// <param name="to">Seconds; nothing of that time or later is looked at.</param>
internal sealed class SightingFit(MrClamRecording recording, double from, double to)
{
    /// <summary>Further off, in metres and radians, a barcode was misread.</summary>
    private const double FarRange = 1;
    private const double FarBearing = 0.3;

    /// <summary>Errors of successive sightings are so alike that about so many tell as much as one.</summary>
    private const double Alike = 10;

    private readonly List<KnownSighting>[] _known = [.. recording.Robots.Select(robot => Known(recording, robot, from, to))];

    /// <summary>What the bearings lag behind the turning, over all robots: each robot's own offset is taken out.</summary>
    public double Delay()
    {
        double product = 0, square = 0;
        foreach (var known in _known.Where(known => known.Count > 0))
        {
            var (error, rate) = (known.Average(BearingError), known.Average(one => one.YawRate));
            product += known.Sum(one => (BearingError(one) - error) * (one.YawRate - rate));
            square += known.Sum(one => (one.YawRate - rate) * (one.YawRate - rate));
        }

        return square > 0 ? product / square : 0;
    }

    public SightingCalibration[] Calibrations(double delay) => [.. _known.Select(known =>
    {
        // A relative error of 1 % of the range and 0.01 rad of the bearing, as far as one sighting tells something new.
        var range = LinearFit.Solve(
            known.Select(one =>
            {
                var weight = 1 / (0.01 * one.Range * Math.Sqrt(Alike));
                return (weight * Matrices.Column<Four>(
                    one.Seen.Range / Math.Cos(one.Seen.Bearing), 1, one.IsDevice ? 1 : 0, one.Seen.Range * one.Seen.Bearing), weight * one.Range);
            }),
            Matrices.Column<Four>(1, 0, 0, 0),
            Matrices.Column<Four>(0.05, 0.1, 0.05, 0.05));
        var bearing = LinearFit.Solve(
            known.Select(one =>
            {
                var weight = 1 / (0.01 * Math.Sqrt(Alike));
                return (Matrices.Column<One>(weight), weight * ((delay * one.YawRate) - BearingError(one)));
            }),
            default,
            Matrices.Column<One>(0.02));
        return new SightingCalibration(range[0, 0], range[1, 0], range[2, 0], range[3, 0], bearing[0, 0]);
    })];

    /// <summary>Standard deviations of the errors that are left: of the range for each metre of it, of the bearing in radians.</summary>
    public (double Range, double Bearing) Deviations(IReadOnlyList<SightingCalibration> calibrations, double delay)
    {
        double range = 0, bearing = 0;
        var count = 0;
        for (var robot = 0; robot < _known.Length; robot++)
        {
            var calibration = calibrations[robot];
            foreach (var one in _known[robot])
            {
                range += Square((calibration.Range(one.Seen, one.IsDevice) / one.Range) - 1);
                bearing += Square(BearingError(one) + calibration.BearingOffset - (delay * one.YawRate));
                count++;
            }
        }

        return count > 0
            ? (Math.Sqrt(range / count), Math.Sqrt(bearing / count))
            : throw new DataException($"nothing was seen beside motion capture between {from} s and {to} s: the robots cannot be calibrated");
    }

    private static double Square(double value) => value * value;

    private static double BearingError(KnownSighting one) => Angle.Normalize(one.Seen.Bearing - one.Bearing);

    private static List<KnownSighting> Known(MrClamRecording recording, MrClamRobot robot, double from, double to)
    {
        var known = new List<KnownSighting>();
        foreach (var seen in robot.Sightings.Where(seen => seen.Time >= from && seen.Time < to))
        {
            if (!recording.SubjectOf.TryGetValue(seen.Barcode, out var subject) || robot.Truth.At(seen.Time) is not { } pose
                || robot.Truth.At(seen.Time - 0.3) is not { } before || robot.Truth.At(seen.Time + 0.3) is not { } after)
                continue;
            var place = recording.Landmarks.TryGetValue(subject, out var landmark)
                ? landmark.Position
                : recording.Robots.FirstOrDefault(other => other.Subject == subject && other != robot)?.Truth.At(seen.Time)?.Plane;
            if (place is not { } at)
                continue;

            var local = pose.InverseTransform(at);
            var one = new KnownSighting(
                seen, landmark is null, pose.Plane.DistanceTo(at), Math.Atan2(local.Y, local.X), Angle.Normalize(after.Yaw - before.Yaw) / 0.6);
            if (Math.Abs(seen.Range - one.Range) < FarRange && Math.Abs(BearingError(one)) < FarBearing)
                known.Add(one);
        }

        return known;
    }
}
