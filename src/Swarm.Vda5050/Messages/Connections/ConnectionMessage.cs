namespace Swarm.Vda5050;

/// <summary>
/// Whether a vehicle is there (topic <c>connection</c>, retained, QoS 1; 3.0: 6.5, 2.1: 6.14). A last will carries the header of the time of
/// the connection, so equal and lower header ids are legal.
/// </summary>
public sealed record ConnectionMessage : VdaMessage
{
    public required ConnectionState ConnectionState { get; init; }
}
