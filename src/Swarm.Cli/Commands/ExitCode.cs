namespace Swarm.Cli;

internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>It began and could not be finished.</summary>
    public const int Failure = 1;

    /// <summary>What was asked for makes no sense, or the data for it is not there.</summary>
    public const int Usage = 2;

    /// <summary>Stopped from the keyboard: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
