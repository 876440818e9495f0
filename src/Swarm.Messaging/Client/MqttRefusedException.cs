namespace Swarm.Messaging;

/// <summary>A broker answered, and said no.</summary>
public sealed class MqttRefusedException(string message) : Exception(message);
