using Swarm.Inference;

namespace Swarm.Device;

/// <summary>What the reflex acts on. Called on the reflex's thread at every tick: it must not allocate and must not wait.</summary>
public interface IBrake
{
    /// <param name="tick">From 0, each once.</param>
    /// <param name="speed">Metres per second that are allowed: by the verdict, and by the site where that allows less.</param>
    void Apply(long tick, in ReflexVerdict verdict, double speed);
}
