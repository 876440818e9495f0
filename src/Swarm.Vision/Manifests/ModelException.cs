namespace Swarm.Vision;

/// <summary>A model that is refused; the message names the model, what it has and what is expected.</summary>
public sealed class ModelException(ModelFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public ModelFault Fault { get; } = fault;
}
