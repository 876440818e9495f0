namespace Swarm.Vda5050;

/// <summary>Whom a remark is for.</summary>
public enum InfoLevel
{
    Info,
    Debug,
}
