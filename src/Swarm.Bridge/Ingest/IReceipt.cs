namespace Swarm.Bridge;

/// <summary>The promise that a message of QoS 1 is acknowledged once it is safe.</summary>
internal interface IReceipt
{
    /// <summary>False once whoever sent it will send it again, so that there is no use in keeping it.</summary>
    bool IsLive { get; }

    /// <summary>The message is safe, or it is sure that it is not wanted.</summary>
    ValueTask SignAsync();

    /// <summary>The message will not be taken here.</summary>
    void Abandon();
}
