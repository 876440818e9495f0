namespace Swarm.Domain;

/// <summary>What the site sends to one device. One derived record per channel; <c>docs/protocol.md</c> has an example of each.</summary>
[GenerateSerializer, Immutable, Alias("swarm.DownlinkMessage")]
public abstract record DownlinkMessage;
