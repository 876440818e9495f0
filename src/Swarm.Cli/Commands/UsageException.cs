namespace Swarm.Cli;

/// <summary>Arguments that do not fit together; the message says why and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
