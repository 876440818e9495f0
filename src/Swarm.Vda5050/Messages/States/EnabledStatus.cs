namespace Swarm.Vda5050;

/// <summary>Whether a map or a zone set is in use.</summary>
public enum EnabledStatus
{
    Disabled,
    Enabled,
}
