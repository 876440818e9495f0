namespace Swarm.Vision;

/// <summary>A model that cannot be converted; the message names the node, the operation or type, and what is known instead.</summary>
public sealed class ConversionException(string message, Exception? inner = null) : Exception(message, inner);
