namespace Swarm.DeviceAgent;

/// <summary>Where the ranges come from. Runs on a thread of its own.</summary>
internal interface IRangeSource : IDisposable
{
    /// <summary>One line for the start.</summary>
    string Description { get; }

    /// <summary>Of the machine, as last heard of, metres per second: a number. From any thread.</summary>
    double Speed { get; }

    /// <summary>Messages that held no frame.</summary>
    long Refused { get; }

    /// <summary>Posts frames to the reflex until it is disposed.</summary>
    void Run();
}
