namespace Swarm.Inference;

/// <summary>A file that is no net for the reflex, or one that cannot be trusted; the message says which and why.</summary>
public sealed class ReflexModelException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>It holds or returns what is not a number.</summary>
    public bool NotANumber { get; init; }
}
