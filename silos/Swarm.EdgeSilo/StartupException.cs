namespace Swarm.EdgeSilo;

/// <summary>The site cannot start for a reason that whoever started it can mend; the message says how, and is all they are shown.</summary>
internal sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
