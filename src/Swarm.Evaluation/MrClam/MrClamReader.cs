using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>
/// Reads a set of MR.CLAM. Times may be equal but never run back; a sighting of a barcode that is in no table is kept, for the evaluation
/// to count.
/// </summary>
public static class MrClamReader
{
    private const int Robots = 5;

    /// <summary>Everything in a folder of one set.</summary>
    /// <exception cref="DataException">A file is missing or not as described; the message names it and the line.</exception>
    public static MrClamRecording Read(string directory)
    {
        var subjects = ReadFile(directory, "Barcodes.dat", ReadBarcodes);
        var landmarks = ReadFile(directory, "Landmark_Groundtruth.dat", ReadLandmarks);
        var robots = Enumerable.Range(1, Robots).Select(robot => new MrClamRobot(
            robot,
            new MotionCapture(ReadFile(directory, $"Robot{robot}_Groundtruth.dat", ReadTruth)),
            ReadFile(directory, $"Robot{robot}_Odometry.dat", ReadOdometry),
            ReadFile(directory, $"Robot{robot}_Measurement.dat", ReadSightings)));
        return new([.. robots], subjects, landmarks);
    }

    /// <returns>The subject of each barcode.</returns>
    internal static Dictionary<int, int> ReadBarcodes(TextReader text, string source)
    {
        var subjects = new Dictionary<int, int>();
        foreach (var line in MrClamFile.Read(text, source, "subject", "barcode"))
        {
            if (!subjects.TryAdd(line.Whole(1), line.Whole(0)))
                throw line.Error($"barcode {line.Whole(1)} is already that of subject {subjects[line.Whole(1)]}");
        }

        return subjects;
    }

    internal static Dictionary<int, Landmark> ReadLandmarks(TextReader text, string source)
    {
        var landmarks = new Dictionary<int, Landmark>();
        foreach (var line in MrClamFile.Read(text, source, "subject", "x", "y", "x-deviation", "y-deviation"))
        {
            var covariance = new Covariance2(line[3] * line[3], 0, line[4] * line[4]);
            if (!landmarks.TryAdd(line.Whole(0), new($"landmark-{line.Whole(0)}", new(line[1], line[2]), covariance)))
                throw line.Error($"landmark {line.Whole(0)} is there twice");
        }

        return landmarks;
    }

    internal static List<(double Time, Pose Pose)> ReadTruth(TextReader text, string source) =>
        InOrder(MrClamFile.Read(text, source, "time", "x", "y", "yaw"), line => (line[0], new Pose(line[1], line[2], Angle.Normalize(line[3]))));

    internal static List<MrClamOdometry> ReadOdometry(TextReader text, string source) =>
        InOrder(MrClamFile.Read(text, source, "time", "speed", "yaw-rate"), line => new MrClamOdometry(line[0], line[1], line[2]));

    internal static List<MrClamSighting> ReadSightings(TextReader text, string source) =>
        InOrder(MrClamFile.Read(text, source, "time", "barcode", "range", "bearing"), line => line[2] > 0
            ? new MrClamSighting(line[0], line.Whole(1), line[2], line[3])
            : throw line.Error($"range {line[2]} is not positive"));

    private static List<T> InOrder<T>(IEnumerable<MrClamLine> lines, Func<MrClamLine, T> parse)
    {
        var records = new List<T>();
        var last = double.NegativeInfinity;
        foreach (var line in lines)
        {
            if (line[0] < last)
                throw line.Error($"time {line[0]} is before that of the line above, {last}");
            last = line[0];
            records.Add(parse(line));
        }

        return records;
    }

    private static T ReadFile<T>(string directory, string name, Func<TextReader, string, T> read)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path))
            throw new DataException($"{path} is missing: the folder of one MR.CLAM set expected, such as MRCLAM_Dataset6");
        using var text = File.OpenText(path);
        return read(text, name);
    }
}
