namespace Swarm.Vision;

/// <summary>A package that cannot be had or is not the one that is meant; the message says which and what to do.</summary>
public sealed class ImportException(string message, Exception? inner = null) : Exception(message, inner);
