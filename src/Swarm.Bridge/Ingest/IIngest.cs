namespace Swarm.Bridge;

/// <summary>Brings messages of devices from a broker to the mailboxes.</summary>
internal interface IIngest
{
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Takes nothing more in.</summary>
    Task StopAsync();
}
