namespace Swarm.Inference;

/// <summary>A model is not run; the message says which and why.</summary>
public sealed class ModelRefusedException(ModelRefusal reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public ModelRefusal Reason { get; } = reason;
}
