namespace Swarm.Vision;

/// <summary>A recording as each input size of a detector saw it.</summary>
/// <param name="Sizes">Smallest first.</param>
/// <param name="Entries">Frame by frame in the order of the recording, each with all sizes in the order of <paramref name="Sizes"/>.</param>
public sealed record LadderTrace(string Model, IReadOnlyList<int> Sizes, IReadOnlyList<LadderEntry> Entries)
{
    public int Largest => Sizes[^1];

    public IEnumerable<string> Frames => Entries.Where(entry => entry.Size == Largest).Select(entry => entry.Frame);

    public IEnumerable<LadderEntry> At(int size) => Entries.Where(entry => entry.Size == size);

    /// <summary>Runs every frame of <paramref name="files"/> at every size that the detector is ready at.</summary>
    /// <param name="progress">Told how many frames are done.</param>
    /// <exception cref="FrameException">A file cannot be read, or its picture is refused.</exception>
    /// <exception cref="ModelException">The model fails.</exception>
    public static LadderTrace Record(
        Detector detector, IReadOnlyList<string> files, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var entries = new List<LadderEntry>();
        for (var i = 0; i < files.Count; i++)
        {
            var frame = FrameFolder.Read(files[i]);
            if (i == 0)
                detector.WarmUp(frame.Width, frame.Height);
            foreach (var size in detector.Sizes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var result = detector.Detect(frame, size);
                entries.Add(new LadderEntry(Path.GetFileNameWithoutExtension(files[i]), size, result.Boxes, result.Latency.TotalMilliseconds));
            }

            progress?.Report(i + 1);
        }

        return new LadderTrace(detector.Manifest.Model, detector.Sizes, entries);
    }
}
