using Microsoft.ML.OnnxRuntime;

namespace Swarm.Vision;

/// <summary>
/// Idle runs of a model at one input size. Frames of one shape need one each for as many threads as detect at once; frames of ever
/// new shapes do not make it grow, as the longest unused ones go.
/// </summary>
internal sealed class RunPool(InferenceSession session, DetectorManifest manifest, int size) : IDisposable
{
    /// <summary>More than a machine runs at once, and few enough to be kept: a run at 768 × 768 holds 19 MB.</summary>
    public static int Most { get; } = Environment.ProcessorCount + 2;

    private readonly Lock _lock = new();
    private readonly List<BoundRun> _idle = [];
    private bool _disposed;

    public int Idle
    {
        get
        {
            lock (_lock)
                return _idle.Count;
        }
    }

    public BoundRun Take(int frameWidth, int frameHeight)
    {
        var picture = PictureSize.Of(manifest.Input, size, frameWidth, frameHeight);
        lock (_lock)
        {
            if (_idle.FindLastIndex(run => run.Picture == picture) is >= 0 and var found)
            {
                var run = _idle[found];
                _idle.RemoveAt(found);
                return run;
            }
        }

        return new BoundRun(session, manifest, size, picture);
    }

    public void Return(BoundRun run)
    {
        BoundRun? unused = null;
        lock (_lock)
        {
            if (_disposed)
            {
                unused = run;
            }
            else
            {
                _idle.Add(run);
                if (_idle.Count > Most)
                {
                    unused = _idle[0];
                    _idle.RemoveAt(0);
                }
            }
        }

        unused?.Dispose();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (var run in _idle)
                run.Dispose();
            _idle.Clear();
        }
    }
}
