namespace Swarm.DeviceAgent;

/// <summary>Where the ranges come from. Runs on a thread of its own.</summary>
internal interface IRangeSource : IDisposable
{
    /// <summary>One line for the start.</summary>
    string Description { get; }

    /// <summary>Posts frames to the reflex until it is disposed.</summary>
    void Run();
}
