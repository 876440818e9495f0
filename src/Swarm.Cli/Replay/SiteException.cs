namespace Swarm.Cli;

/// <summary>A site that cannot be played through: it does not start, or it does not answer.</summary>
internal sealed class SiteException(string message, Exception? inner = null) : Exception(message, inner);
