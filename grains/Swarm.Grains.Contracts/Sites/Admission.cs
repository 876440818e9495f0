namespace Swarm.Grains;

/// <summary>Whether the messages of a device are taken.</summary>
[GenerateSerializer, Alias("swarm.Admission")]
public enum Admission
{
    /// <summary>The operator registered it.</summary>
    Registered,

    /// <summary>It announced itself, and there was room among the unregistered.</summary>
    Unregistered,

    /// <summary>It is not registered, and as many unregistered devices as the site keeps are there already.</summary>
    Refused,
}
