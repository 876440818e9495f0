namespace Swarm.DeviceAgent;

/// <summary>The program cannot run as it was told to; the message is the line that says so.</summary>
internal sealed class AgentException(string message, Exception? inner = null) : Exception(message, inner);
