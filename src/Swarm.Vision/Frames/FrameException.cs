namespace Swarm.Vision;

/// <summary>A frame of a recording that cannot be used; the message names the file and why.</summary>
public sealed class FrameException(string message, Exception? inner = null) : Exception(message, inner);
