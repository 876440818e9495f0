namespace Swarm.DeviceAgent;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The reflex's thread made garbage, or a tick had no verdict: a fault of the program.</summary>
    public const int Fault = 1;

    /// <summary>The command line asks for what cannot be.</summary>
    public const int Usage = 2;
}
