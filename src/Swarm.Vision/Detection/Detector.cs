using Microsoft.ML.OnnxRuntime;

namespace Swarm.Vision;

/// <summary>
/// A detector of objects in pictures, run by ONNX Runtime on one thread without spinning. One weight file serves all input sizes. Open
/// one for each model in a process and share it: any number of threads may call it, and buffers are kept for as many as ever did at once.
/// </summary>
public sealed class Detector : IDisposable
{
    private readonly InferenceSession _session;
    private readonly TimeProvider _time;
    private readonly Dictionary<int, RunPool> _pools = [];

    private Detector(DetectorManifest manifest, InferenceSession session, TimeProvider time)
    {
        Manifest = manifest;
        _session = session;
        _time = time;
    }

    public DetectorManifest Manifest { get; }

    /// <summary>The input sizes that are ready, in pixels a side, smallest first.</summary>
    public IReadOnlyList<int> Sizes => [.. _pools.Keys.Order()];

    /// <summary>Loads a model and runs it once at each size.</summary>
    /// <param name="manifest">The manifest's file; the ONNX file lies beside it.</param>
    /// <param name="sizes">Of those in the manifest; without it all.</param>
    /// <exception cref="ModelException">The manifest or the model is refused.</exception>
    /// <exception cref="ArgumentException">A size is not in the manifest.</exception>
    public static Detector Open(string manifest, IReadOnlyList<int>? sizes = null, TimeProvider? time = null)
    {
        var read = ManifestFile.Read(manifest);
        return Load(read, ManifestFile.ReadModel(manifest, read), sizes, time);
    }

    /// <inheritdoc cref="Open"/>
    /// <param name="model">The ONNX file.</param>
    public static Detector Load(DetectorManifest manifest, byte[] model, IReadOnlyList<int>? sizes = null, TimeProvider? time = null)
    {
        if (ManifestRules.Faults(manifest) is { Count: > 0 } faults)
            throw new ModelException(ModelFault.Manifest, $"{manifest.Model}: {string.Join("; ", faults)}");
        if (sizes?.Except(manifest.Sizes).ToArray() is { Length: > 0 } unknown)
            throw new ArgumentException($"{manifest.Model} has no size {string.Join(", ", unknown)}; it has {string.Join(", ", manifest.Sizes)}", nameof(sizes));

        var detector = new Detector(manifest, DetectorSession.Open(manifest, model), time ?? TimeProvider.System);
        try
        {
            foreach (var size in sizes ?? manifest.Sizes)
                detector._pools[size] = new RunPool(detector._session, manifest, size);
            detector.WarmUp(4, 3);
            return detector;
        }
        catch
        {
            detector.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Runs the model once at each size for frames of this shape, so that the first frame is as quick as the others. Done already for 4 : 3; not
    /// needed where the model's pictures are square.
    /// </summary>
    /// <exception cref="ModelException">The model does not take the picture, or answers with what its decoder does not know.</exception>
    public void WarmUp(int frameWidth, int frameHeight)
    {
        foreach (var pool in _pools.Values)
            pool.Return(pool.Take(frameWidth, frameHeight));
    }

    /// <param name="size">One of <see cref="Sizes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not ready.</exception>
    /// <exception cref="ModelException">The model fails, or answers with something that is not a finite number.</exception>
    public DetectionResult Detect(Frame frame, int size)
    {
        if (!_pools.TryGetValue(size, out var pool))
            throw new ArgumentOutOfRangeException(nameof(size), size, $"{Manifest.Model} is ready at {string.Join(", ", Sizes)}");
        var run = pool.Take(frame.Width, frame.Height);
        try
        {
            var started = _time.GetTimestamp();
            var mapping = run.Prepare(frame);
            var prepared = _time.GetTimestamp();
            run.Run();
            var inferred = _time.GetTimestamp();
            var boxes = run.Decoder.Decode(mapping);
            return new DetectionResult(
                Manifest.Model,
                size,
                boxes,
                _time.GetElapsedTime(started, prepared),
                _time.GetElapsedTime(prepared, inferred),
                _time.GetElapsedTime(inferred));
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelException(ModelFault.Graph, $"{Manifest.Model} failed on a picture of {run.Picture}: {exception.Message}", exception);
        }
        finally
        {
            pool.Return(run);
        }
    }

    /// <summary>Not while <see cref="Detect"/> runs.</summary>
    public void Dispose()
    {
        foreach (var pool in _pools.Values)
            pool.Dispose();
        _session.Dispose();
    }
}
