using Swarm.Grains.Edge;
using Swarm.Vision;

namespace Swarm.Hosting;

/// <summary>The detector of a place, where one has been imported.</summary>
public sealed class PlaceDetector : IDisposable
{
    private readonly Detector _detector;

    private PlaceDetector(Detector detector, int size)
    {
        _detector = detector;
        Finder = new ObjectFinder(detector, size);
    }

    public ObjectFinder Finder { get; }

    /// <summary>Opens and warms the model, or says why there is none.</summary>
    /// <param name="manifest">The file, given or where an import puts it in the data folder.</param>
    /// <param name="isGiven">Whoever names a model wants it; what merely might lie there may be missing.</param>
    /// <param name="size">One of the manifest's, or 0 for the largest.</param>
    /// <exception cref="StartupException">The model that was named cannot be used.</exception>
    public static PlaceDetector? Open(string manifest, bool isGiven, int size)
    {
        if (!isGiven && !File.Exists(manifest))
            return null;
        try
        {
            var sizes = ManifestFile.Read(manifest).Sizes;
            if (size != 0 && !sizes.Contains(size))
                throw new StartupException($"{manifest} has no size {size}; it has {string.Join(", ", sizes)}.");
            var chosen = size == 0 ? sizes[^1] : size;
            return new PlaceDetector(Detector.Open(manifest, [chosen]), chosen);
        }
        catch (ModelException e)
        {
            throw new StartupException($"The model {manifest} cannot be used: {e.Message}.", e);
        }
    }

    /// <summary>What the grains are given.</summary>
    public InferenceOptions ToOptions(InferenceOptions options) => options with { Find = Finder.Find, Model = Finder.Model };

    public void Dispose() => _detector.Dispose();
}
