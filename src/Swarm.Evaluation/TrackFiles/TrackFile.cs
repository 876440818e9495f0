using System.Globalization;

namespace Swarm.Evaluation;

/// <summary>
/// Tracks in the columns of KITTI's tracking results: <c>frame id type truncated occluded alpha x1 y1 x2 y2 h w l x y z ry score</c>,
/// by spaces, one file for each sequence.
/// </summary>
public static class TrackFile
{
    private static readonly string[] Columns =
    [
        "frame", "id", "type", "truncated", "occluded", "alpha", "x1", "y1", "x2", "y2", "h", "w", "l", "x", "y", "z", "ry", "score",
    ];

    /// <summary>Reads the tracks of one class; lines of other types are left out.</summary>
    /// <param name="source">Named in errors, with the line.</param>
    /// <param name="type">As in the column, in any case.</param>
    /// <param name="frames">Of the sequence.</param>
    /// <exception cref="DataException">A line is not as described, of a frame that the sequence lacks, or its track is in that frame already.</exception>
    public static SequenceTracks Read(TextReader text, string source, string sequence, string type, int frames)
    {
        var boxes = Enumerable.Range(0, frames).Select(_ => new List<TrackBox>()).ToArray();
        var known = new HashSet<(int Frame, int Track, string Type)>();
        ColumnFile.Read(text, source, ' ', Columns, row =>
        {
            var (frame, track) = (row.Count("frame"), row.Count("id"));
            var box = new TrackBox(track, row.Box(), row.Number("score"), row.ImageBox());
            if (frame >= frames)
                throw row.Error($"frame {frame} is past the last frame {frames - 1} of sequence {sequence}");
            if (!known.Add((frame, track, row["type"])))
                throw row.Error($"track {track} is twice in frame {frame}");
            if (row["type"].Equals(type, StringComparison.OrdinalIgnoreCase))
                boxes[frame].Add(box);
            return frame;
        });
        return new(sequence, boxes);
    }

    /// <summary>Writes numbers so that reading gives the very same ones.</summary>
    public static void Write(TextWriter text, SequenceTracks tracks, string type)
    {
        for (var frame = 0; frame < tracks.Frames.Count; frame++)
        {
            foreach (var track in tracks.Frames[frame])
            {
                var (image, box) = (track.Image, track.Box);
                text.Write(string.Create(CultureInfo.InvariantCulture, $"{frame} {track.Track} {type} 0 0 {Alpha(box)} "));
                text.Write(string.Create(CultureInfo.InvariantCulture, $"{image.X1} {image.Y1} {image.X2} {image.Y2} "));
                text.Write(string.Create(CultureInfo.InvariantCulture, $"{box.Height} {box.Width} {box.Length} {box.X} {box.Y} {box.Z} "));
                text.Write(string.Create(CultureInfo.InvariantCulture, $"{box.Ry} {track.Score}\n"));
            }
        }
    }

    /// <summary>KITTI's angle of observation: the turn of the box against the ray from the camera to it.</summary>
    private static double Alpha(in UprightBox box) => Math.IEEERemainder(box.Ry - Math.Atan2(box.X, box.Z), Math.Tau);
}
