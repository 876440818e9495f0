namespace Swarm.Hosting;

/// <summary>The site cannot start for a reason that whoever started it can mend; the message says how, and is all they are shown.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
