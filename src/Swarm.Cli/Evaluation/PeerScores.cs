using System.Globalization;
using System.Text.Json;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>What another tracker reaches on the same data, from the file <c>reference/scores.json</c> beside it.</summary>
internal static class PeerScores
{
    private const string Peer = "AB3DMOT";

    /// <summary>The rows of V2V4Real; none where there is no such file, or where it is of other sequences.</summary>
    /// <exception cref="DataException">The file is not as expected.</exception>
    public static IReadOnlyList<TrackingFigures> OfV2V4Real(string directory, IEnumerable<string> sequences, bool publishedRounding) =>
        Read(directory, sequences, root => root.GetProperty("inputs").EnumerateObject().SelectMany(input => new[]
        {
            Row(input, publishedRounding ? "fp_counted" : "steady", countFalsePositives: true),
            Row(input, publishedRounding ? "fp_ignored" : "steady_fp_ignored", countFalsePositives: false),
        }));

    /// <summary>The rows of KITTI, of cars; none where there is no such file, or where it is of other sequences.</summary>
    /// <exception cref="DataException">The file is not as expected.</exception>
    public static IReadOnlyList<TrackingFigures> OfKitti(
        string directory,
        IEnumerable<string> sequences,
        IEnumerable<double> minOverlaps,
        bool publishedRounding) =>
        Read(directory, sequences, root => minOverlaps.Select(minOverlap => Row(
            KittiCategory.Car.Name,
            root.GetProperty(string.Create(CultureInfo.InvariantCulture, $"iou_{minOverlap}")).GetProperty(publishedRounding ? "published" : "steady"),
            countFalsePositives: false,
            minOverlap)));

    private static IReadOnlyList<TrackingFigures> Read(
        string directory,
        IEnumerable<string> sequences,
        Func<JsonElement, IEnumerable<TrackingFigures>> rows)
    {
        var path = Path.Combine(directory, "reference", "scores.json");
        if (!File.Exists(path))
            return [];
        try
        {
            using var text = File.OpenRead(path);
            using var scores = JsonDocument.Parse(text);
            var scored = scores.RootElement.GetProperty("sequences").EnumerateArray().Select(sequence => sequence.GetString());
            return scored.Order(StringComparer.Ordinal).SequenceEqual(sequences.Order(StringComparer.Ordinal)) ? [.. rows(scores.RootElement)] : [];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataException($"{path} holds no scores as expected: {exception.Message}");
        }
    }

    private static TrackingFigures Row(JsonProperty input, string counting, bool countFalsePositives) =>
        Row(input.Name, input.Value.GetProperty(counting), countFalsePositives, minOverlap: 0.25) with
        {
            FramesPerSecond = input.Value.GetProperty("fps").GetDouble(),
        };

    private static TrackingFigures Row(string input, JsonElement row, bool countFalsePositives, double minOverlap) => new()
    {
        Tracker = Peer,
        Input = input,
        CountFalsePositives = countFalsePositives,
        MinOverlap = minOverlap,
        Amota = row.GetProperty("AMOTA").GetDouble(),
        ScaledAmota = row.GetProperty("sAMOTA").GetDouble(),
        Amotp = row.GetProperty("AMOTP").GetDouble(),
        Mota = row.GetProperty("MOTA").GetDouble(),
        Motp = row.GetProperty("MOTP").GetDouble(),
        IdentitySwitches = row.GetProperty("IDS").GetInt32(),
        Fragmentations = row.GetProperty("FRAG").GetInt32(),
        FalsePositives = row.GetProperty("FP").GetInt32(),
        FalseNegatives = row.GetProperty("FN").GetInt32(),
        FramesPerSecond = null,
        Threshold = row.GetProperty("threshold").GetDouble(),
    };
}
