namespace Swarm.Vda5050;

/// <summary>3.0: the records as they are, without what only 2.1 has.</summary>
internal sealed class Version3Shape : VersionShape
{
    public Version3Shape()
    {
        Drop<OrderMessage>("zoneSetId");
        Drop<Edge>("startNodeId", "endNodeId");
        Drop<StateMessage>("zoneSetId");
        Drop<StringLimits>("maximumEnumLength");
        Require<StateMessage>("instantActionStates");
    }
}
