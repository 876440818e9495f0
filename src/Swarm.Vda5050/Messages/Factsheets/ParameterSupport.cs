namespace Swarm.Vda5050;

/// <summary>How a vehicle takes an optional field.</summary>
public enum ParameterSupport
{
    Supported,

    /// <summary>It cannot do without.</summary>
    Required,
}
